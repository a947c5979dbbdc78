import { describe, expect, it } from 'vitest'
import { paintPoints, shapeDot } from './paint-points'

const blank = (width: number, height: number) => ({ pixels: new Uint32Array(width * height), width, height })
const read = (pixel: number | undefined) => {
  const value = pixel ?? 0
  return { r: value & 255, g: (value >> 8) & 255, b: (value >> 16) & 255, a: value >>> 24 }
}
const point = (x: number, y: number, segment = 0) => ({
  x: Float32Array.of(x),
  y: Float32Array.of(y),
  segment: [segment],
})
const colors = new Map([
  [0, 0x0000ff],
  [1, 0xff0000],
])

describe('shapeDot', () => {
  it('is full inside, soft at the edge, symmetric', () => {
    const dot = shapeDot(2, 1)
    const alphas = [...dot.alpha]
    expect(Math.max(...alphas)).toBe(255)
    expect(alphas.some((alpha) => alpha > 0 && alpha < 255)).toBe(true)
    expect([...dot.dx].reduce((sum, step) => sum + step, 0)).toBe(0)
  })
})

describe('paintPoints', () => {
  it('paints a dot where the point is, at the ratio of device pixels', () => {
    const picture = blank(20, 20)
    paintPoints(picture, point(5, 4), 2, shapeDot(1, 1), colors)
    expect(read(picture.pixels[8 * 20 + 10])).toEqual({ r: 255, g: 0, b: 0, a: 255 })
    expect(picture.pixels[0]).toBe(0)
  })

  it('blends as source over does', () => {
    const picture = blank(9, 9)
    paintPoints(picture, point(4, 4, 0), 1, shapeDot(1, 0.5), colors)
    paintPoints(picture, point(4, 4, 1), 1, shapeDot(1, 0.5), colors)
    const mixed = read(picture.pixels[4 * 9 + 4])
    // alpha 0.5 + 0.5 · 0.5; blue over red: two thirds blue
    expect(mixed.a).toBeGreaterThanOrEqual(190)
    expect(mixed.a).toBeLessThanOrEqual(193)
    expect(mixed.b).toBeGreaterThan(165)
    expect(mixed.r).toBeLessThan(90)
  })

  it('keeps what is opaque opaque', () => {
    const picture = blank(9, 9)
    for (const segment of [0, 1, 0, 1]) paintPoints(picture, point(4, 4, segment), 1, shapeDot(1, 1), colors)
    expect(read(picture.pixels[4 * 9 + 4])).toEqual({ r: 0, g: 0, b: 255, a: 255 })
  })

  it('skips hidden points, unknown segments and points outside', () => {
    const picture = blank(9, 9)
    for (const missed of [point(Number.NaN, 4), point(4, 4, 7), point(-1, 4), point(4, 9)])
      paintPoints(picture, missed, 1, shapeDot(1, 1), colors)
    expect(picture.pixels.every((pixel) => pixel === 0)).toBe(true)
  })
})
