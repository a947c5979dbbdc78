import { expect, it } from 'vitest'
import type { DistributionSegment } from './distribution-chart'
import { prepareCurves, prepareStrips } from './prepare-distribution'

const segment = (position: number, values: (number | null)[], counts: number[]): DistributionSegment => {
  const [p5 = null, p25 = null, median = null, p75 = null, p95 = null] = values
  return { position, color: position, name: `S${position}`, counts, p5, p25, median, p75, p95, missing: 0 }
}
const low = segment(0, [0, 10, 20, 30, 50], [3, 1])
const high = segment(1, [20, 40, 60, 80, 100], [0, 4])
const none = segment(2, [], [0, 0])

it('lays all segments on one axis', () => {
  const { strips, ticks } = prepareStrips([low, high], 5)
  expect(strips[0]?.places).toEqual({ p5: 0, p25: 0.1, median: 0.2, p75: 0.3, p95: 0.5 })
  expect(strips[1]?.places?.p95).toBe(1)
  expect(ticks.map((tick) => tick.value)).toEqual([0, 20, 40, 60, 80, 100])
})

it('keeps a segment without values as an empty row', () => {
  const { strips } = prepareStrips([low, none], 5)
  expect(strips.map((strip) => strip.places === null)).toEqual([false, true])
  expect(prepareStrips([none], 5).ticks).toEqual([])
})

it('puts one value for all in the middle', () => {
  const flat = segment(0, [7, 7, 7, 7, 7], [4])
  const { strips, ticks } = prepareStrips([flat], 5)
  expect(strips[0]?.places?.median).toBe(0.5)
  expect(ticks).toEqual([{ value: 7, place: 0.5 }])
})

it('turns counts into shares of each segment and closes the last bin', () => {
  expect(prepareCurves([0, 50, 100], [low, high, none])).toEqual([
    { x: 0, shares: { 0: 0.75, 1: 0 } },
    { x: 50, shares: { 0: 0.25, 1: 1 } },
    { x: 100, shares: { 0: 0.25, 1: 1 } },
  ])
  expect(prepareCurves([], [low])).toEqual([])
})
