const digits = 12

/**
 * A plain value (objects, arrays, texts, numbers) with every number at twelve significant digits: sums that threads add up
 * in another order differ after those.
 */
export function roundFigures<T>(value: T): T {
  return round(value) as T
}

function round(value: unknown): unknown {
  if (typeof value === 'number')
    return Number.isSafeInteger(value) ? value : Number(value.toPrecision(digits))
  if (Array.isArray(value)) return value.map(round)
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, round(one)]))
  return value
}
