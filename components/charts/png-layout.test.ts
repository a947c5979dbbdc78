import { expect, it } from 'vitest'
import { layoutPng } from './png-layout'

const text = {
  title: 'Segments',
  reading: 'Loyal customers bring most revenue.',
  measureTitle: (line: string) => line.length * 9,
  measureReading: (line: string) => line.length * 7,
}

it('stacks title, reading and chart at twice the size', () => {
  const layout = layoutPng(600, 300, text)
  expect(layout.scale).toBe(2)
  expect(layout.width).toBe(648)
  expect(layout.lines.map((line) => line.look)).toEqual(['title', 'reading'])
  expect(layout.chart).toEqual({ x: 24, y: 86 })
  expect(layout.height).toBe(86 + 300 + 24)
})

it('wraps a long reading and moves the chart down', () => {
  const long = layoutPng(400, 300, { ...text, reading: `${text.reading} ${text.reading}` })
  expect(long.lines.filter((line) => line.look === 'reading')).toHaveLength(2)
  expect(long.chart.y).toBe(106)
})

it('keeps a narrow chart wide enough for its title', () => {
  expect(layoutPng(100, 100, text).width).toBe(360 + 48)
})

it('lowers the scale rather than exceed what browsers can draw', () => {
  const layout = layoutPng(5000, 3000, text)
  expect(layout.scale).toBeLessThan(2)
  expect(layout.width * layout.scale * layout.height * layout.scale).toBeLessThanOrEqual(16_000_000 * 1.0001)
  expect(layout.width * layout.scale).toBeLessThanOrEqual(8192.001)
})
