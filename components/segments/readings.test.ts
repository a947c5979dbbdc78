import { describe, expect, it } from 'vitest'
import type { Formats } from '@/lib/shared/formatting'
import { type DistributionRow, readDistribution } from './reading-distribution'
import { readEvidence, silhouetteStrength } from './reading-evidence'
import { describeAxis, readMap } from './reading-map'
import { readProfile } from './reading-profile'
import { readValue } from './reading-value'

const formats = {
  integer: (value: number) => String(value),
  decimal: (value: number, digits = 1) => value.toFixed(digits),
  percent: (share: number) => `${Math.round(share * 100)}%`,
  list: (texts: string[]) => texts.join(', '),
} as Formats

const segment = (name: string, size: number, revenue: number) => ({ name, size, revenue })

describe('size and value', () => {
  it('names the segment that brings most for its size', () => {
    expect(readValue(formats, [segment('A', 80, 300), segment('B', 20, 700)])).toEqual({
      key: 'value.uneven',
      values: { name: 'B', customers: '20%', revenue: '70%' },
    })
  })
  it('says so when revenue follows size', () => {
    expect(readValue(formats, [segment('A', 50, 49), segment('B', 50, 51)]).key).toBe('value.even')
  })
  it('speaks of size alone when there is no revenue to share', () => {
    expect(readValue(formats, [segment('A', 60, -5), segment('B', 40, 5)])).toEqual({
      key: 'value.sizeOnly',
      values: { name: 'A', share: '60%' },
    })
  })
  it('knows one segment and none', () => {
    expect(readValue(formats, [segment('A', 60, 5)]).key).toBe('value.single')
    expect(readValue(formats, []).key).toBe('value.none')
  })
})

describe('profile', () => {
  const cell = (name: string, z: number) => ({ segment: name, feature: 'F', z, value: '1', overall: '2' })
  it('picks the cell furthest from the average, in either direction', () => {
    expect(readProfile([cell('A', 0.9), cell('B', -1.4)])).toEqual({
      key: 'profile.far.below',
      values: { segment: 'B', feature: 'F', value: '1', overall: '2' },
    })
    expect(readProfile([cell('A', 0.9), cell('B', -0.4)]).key).toBe('profile.some.above')
  })
  it('does not make something of nothing', () => {
    expect(readProfile([cell('A', 0.1)]).key).toBe('profile.alike')
    expect(readProfile([]).key).toBe('profile.alike')
  })
})

describe('map', () => {
  it('says how much is kept', () => {
    expect(readMap(formats, [0.5, 0.25])).toEqual({ key: 'map.most', values: { share: '75%' } })
    expect(readMap(formats, [0.3, 0.2]).key).toBe('map.half')
    expect(readMap(formats, [0.2, 0.1]).key).toBe('map.part')
  })
  it('describes an axis by its strongest features only', () => {
    const axis = [
      { name: 'Frequency', weight: 0.7 },
      { name: 'Recency', weight: -0.5 },
      { name: 'Tenure', weight: 0.2 },
    ]
    expect(describeAxis(formats, axis)).toEqual({
      key: 'map.axis.both',
      values: { up: 'Frequency', down: 'Recency' },
    })
    expect(describeAxis(formats, axis.slice(0, 1)).key).toBe('map.axis.up')
    expect(describeAxis(formats, axis.slice(1, 2)).key).toBe('map.axis.down')
    expect(describeAxis(formats, []).key).toBe('map.axis.none')
  })
})

describe('distribution', () => {
  const row = (name: string, p25: number, median: number, p75: number) => ({
    segment: name,
    p25,
    median,
    p75,
  })
  const read = (rows: DistributionRow[]) => readDistribution('F', rows, String)
  it('tells apart from overlapping', () => {
    expect(read([row('A', 1, 2, 3), row('B', 4, 5, 6)])).toEqual({
      key: 'distribution.apart',
      values: { feature: 'F', high: 'B', highValue: '5', low: 'A', lowValue: '2' },
    })
    expect(read([row('A', 1, 2, 5), row('B', 4, 5, 6)]).key).toBe('distribution.overlap')
  })
  it('handles equal medians, one segment and no values', () => {
    expect(read([row('A', 1, 2, 3), row('B', 0, 2, 6)]).key).toBe('distribution.same')
    expect(read([row('A', 1, 2, 3)]).key).toBe('distribution.single')
    expect(read([{ segment: 'A', p25: null, median: null, p75: null }]).key).toBe('distribution.none')
  })
})

describe('evidence', () => {
  const evidence = (k: number, silhouette: number) => ({
    k,
    silhouette,
    calinskiHarabasz: 1,
    daviesBouldin: 1,
    inertia: 1,
  })
  it('says when the kept number is the best', () => {
    const run = { k: 3, chosen: 'auto' as const, evidence: [evidence(2, 0.4), evidence(3, 0.5)] }
    expect(readEvidence(formats, run)).toEqual({
      key: 'evidence.best',
      values: { k: '3', from: '2', to: '3', silhouette: '0.50' },
    })
  })
  it('says when it is not, and why', () => {
    const near = { k: 3, chosen: 'auto' as const, evidence: [evidence(2, 0.42), evidence(3, 0.4)] }
    expect(readEvidence(formats, near).key).toBe('evidence.moreThanTwo')
    expect(readEvidence(formats, near).values).toMatchObject({ bestK: '2', bestSilhouette: '0.420' })
    const others = { ...near, evidence: [evidence(3, 0.4), evidence(4, 0.41)] }
    expect(readEvidence(formats, others).key).toBe('evidence.near')
    const far = { ...near, evidence: [evidence(2, 0.8), evidence(3, 0.4)] }
    expect(readEvidence(formats, far).key).toBe('evidence.passed')
  })
  it('does not claim a comparison for a number chosen by hand', () => {
    const run = { k: 3, chosen: 'hand' as const, evidence: [evidence(3, 0.5)] }
    expect(readEvidence(formats, run).key).toBe('evidence.hand')
    expect(readEvidence(formats, { ...run, evidence: [] }).key).toBe('evidence.none')
  })
  it('reads the silhouette as Kaufman and Rousseeuw do', () => {
    expect([0.71, 0.7, 0.51, 0.5, 0.26, 0.25, -0.1].map(silhouetteStrength)).toEqual([
      'strong',
      'reasonable',
      'reasonable',
      'weak',
      'weak',
      'none',
      'none',
    ])
  })
})
