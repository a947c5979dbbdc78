export type Dot = {
  /** Steps from the dot's centre, in pixels. */
  dx: Int32Array
  dy: Int32Array
  /** Opacity of the dot there, 1 to 255. */
  alpha: Uint8Array
}

/** A smooth-edged disc as a list of pixels. `radius` in pixels, `opacity` 0 to 1. */
export function shapeDot(radius: number, opacity: number): Dot {
  const reach = Math.ceil(radius)
  const pixels: { dx: number; dy: number; alpha: number }[] = []
  for (let dy = -reach; dy <= reach; dy++) {
    for (let dx = -reach; dx <= reach; dx++) {
      const covered = Math.min(1, Math.max(0, radius + 0.5 - Math.hypot(dx, dy)))
      const alpha = Math.round(255 * opacity * covered)
      if (alpha > 0) pixels.push({ dx, dy, alpha })
    }
  }
  return {
    dx: Int32Array.from(pixels, (pixel) => pixel.dx),
    dy: Int32Array.from(pixels, (pixel) => pixel.dy),
    alpha: Uint8Array.from(pixels, (pixel) => pixel.alpha),
  }
}

export type Picture = {
  /** RGBA, one pixel per element, red in the lowest byte (ImageData on little-endian machines). */
  pixels: Uint32Array
  width: number
  height: number
}

/**
 * Lays one dot per point over a picture ('source over'). `x` and `y` in pixels, NaN = not drawn; `colors` holds
 * 0xbbggrr by segment. Blending in place is several times faster here than copying a canvas sprite per point, which
 * records and rasterises 50,000 operations.
 */
export function paintPoints(
  picture: Picture,
  points: { x: Float32Array; y: Float32Array; segment: readonly number[] },
  ratio: number,
  dot: Dot,
  colors: ReadonlyMap<number, number>,
): void {
  const { pixels, width, height } = picture
  const { x, y, segment } = points
  const { dx, dy, alpha } = dot
  const size = alpha.length
  const steps = Int32Array.from(dx, (step, place) => dy[place]! * width + step)
  const reach = Math.max(0, ...dx)
  for (let i = 0; i < x.length; i++) {
    const color = colors.get(segment[i]!)
    const left = Math.round(x[i]! * ratio)
    const top = Math.round(y[i]! * ratio)
    // false for NaN too
    const inside = left >= reach && left < width - reach && top >= reach && top < height - reach
    if (color === undefined || !inside) continue
    const red = color & 255
    const green = (color >> 8) & 255
    const blue = (color >> 16) & 255
    const centre = top * width + left
    for (let place = 0; place < size; place++) {
      const at = centre + steps[place]!
      const under = pixels[at]!
      const over = alpha[place]!
      if (under === 0) {
        pixels[at] = color | (over << 24)
        continue
      }
      const opacity = under >>> 24
      const joined = over + opacity - (((over * opacity + 128) * 257) >> 16)
      // inside a segment dots mostly meet their own colour
      if ((under & 0xffffff) === color) {
        if (joined !== opacity) pixels[at] = color | (joined << 24)
        continue
      }
      const part = ((over << 8) / joined) | 0
      const r = under & 255
      const g = (under >> 8) & 255
      const b = (under >> 16) & 255
      pixels[at] =
        (r + (((red - r) * part) >> 8)) |
        ((g + (((green - g) * part) >> 8)) << 8) |
        ((b + (((blue - b) * part) >> 8)) << 16) |
        (joined << 24)
    }
  }
}
