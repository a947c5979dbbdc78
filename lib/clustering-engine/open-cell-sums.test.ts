import { expect, it } from 'vitest'
import { openPlainCellSums } from '@/lib/clustering/cell-sums'
import { createRandom, drawNormal } from '@/lib/statistics/random'
import { getKernel, type Kernel } from './kernel'
import { openKernelCellSums } from './open-cell-sums'

const kernel = getKernel() as Kernel

it('sums by hand', () => {
  const lists = [Float64Array.of(0, 3, 0), Float64Array.of(0, 4, 1)]
  const { sum } = openPlainCellSums(lists, Int32Array.of(0, 1, 3))
  expect([...sum(0)]).toEqual([0, 6])
  expect([...sum(1)]).toEqual([5, Math.sqrt(18)])
})

it.each([
  [1, 1, 1],
  [7, 2, 3],
  [64, 3, 1],
  [501, 5, 40],
])('equals plain typed arrays to the byte: %i points, %i columns, %i cells', (points, columns, cells) => {
  const random = createRandom(points)
  const lists = Array.from({ length: columns }, () =>
    Float64Array.from({ length: points }, () => drawNormal(random)),
  )
  const starts = Int32Array.from({ length: cells + 1 }, (_, cell) => Math.floor((cell * points) / cells))
  const plain = openPlainCellSums(lists, starts)
  const before = kernel.top
  const own = openKernelCellSums(kernel, lists, starts)
  for (let i = 0; i < points; i++) expect(own?.sum(i)).toEqual(plain.sum(i))
  own?.close()
  expect(kernel.top).toBe(before)
})
