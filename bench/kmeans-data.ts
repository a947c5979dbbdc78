import { prepareMatrix } from '@/lib/clustering/prepare'
import { createRandom, drawNormal } from '@/lib/statistics/random'

/** Prepared features of customers of six kinds: days, counts, money (log-normal), shares; beyond eight columns more money. */
export function drawCustomers(rows: number, columns = 8): Float64Array {
  const random = createRandom(rows)
  const kinds = Array.from({ length: 6 }, () => Array.from({ length: columns }, () => random()))
  const raw = Array.from({ length: columns }, () => new Float64Array(rows))
  for (let row = 0; row < rows; row++) {
    const kind = kinds[Math.floor(random() * kinds.length)]!
    const draw = (c: number) => 2 * kind[c]! + 0.6 * drawNormal(random)
    const values = [
      Math.min(730, Math.round(60 * Math.exp(draw(0)))),
      1 + Math.floor(Math.exp(draw(1))),
      Math.round(4000 * Math.exp(draw(2))) / 100,
      730 * random() ** (0.5 + kind[3]!),
      Math.exp(3 + draw(4)),
      Math.max(1, Math.round(20 + 15 * draw(5))),
      Math.min(1, Math.max(0, 0.3 * draw(6))),
      Math.min(1, Math.max(0, 0.25 * draw(7))),
    ]
    for (let c = 0; c < columns; c++) raw[c]![row] = values[c] ?? Math.exp(2 + draw(c))
  }
  return prepareMatrix(raw).data
}
