/** The smallest step of 1, 2 or 5 times a power of ten that cuts a range into at most `count` parts. */
function niceStep(span: number, count: number): number {
  const raw = span / count
  const power = 10 ** Math.floor(Math.log10(raw))
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= raw * 0.999) ?? 10
  return factor * power
}

function multiples(step: number, first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  )
}

/** About `count` round numbers inside [low, high], ascending. */
export function niceTicks(low: number, high: number, count: number): number[] {
  const span = high - low
  if (!Number.isFinite(span) || span <= 0 || count < 1) return []
  const step = niceStep(span, count)
  return multiples(step, Math.ceil(low / step - 1e-9), Math.floor(high / step + 1e-9))
}

export type Axis = { domain: [number, number]; ticks: number[] }

/** An axis that begins and ends on round numbers and leaves `headroom` (a share of the range) above the highest value. */
export function niceAxis(low: number, high: number, count: number, headroom = 0): Axis {
  if (!Number.isFinite(low) || !Number.isFinite(high)) return { domain: [0, 1], ticks: [0, 1] }
  const span = high - low || Math.abs(high) || 1
  const top = high === low ? low + span : high + headroom * span
  const step = niceStep(top - low, count)
  const ticks = multiples(step, Math.floor(low / step + 1e-9), Math.ceil(top / step - 1e-9))
  return { domain: [ticks[0] ?? low, ticks.at(-1) ?? top], ticks }
}
