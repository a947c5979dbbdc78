import { type CellSums, type OpenCellSums, openPlainCellSums } from '@/lib/clustering/cell-sums'
import { ensureMemory, getKernel, type Kernel } from './kernel'

const align = (bytes: number) => Math.ceil(bytes / 64) * 64

/** The same sums, to the byte, in the kernel; null when its memory does not suffice. */
export function openKernelCellSums(
  kernel: Kernel,
  lists: readonly Float64Array[],
  starts: Int32Array,
): CellSums | null {
  const columns = lists.length
  const cells = starts.length - 1
  const stride = align((lists[0]?.length ?? 0) * 8)
  const values = align(kernel.top)
  const distances = values + columns * stride
  const bounds = distances + stride
  const sums = bounds + align(starts.length * 4)
  const end = sums + align(cells * 8)
  if (!ensureMemory(kernel, end - kernel.top)) return null
  const memory = kernel.memory.buffer
  lists.forEach((list, c) => {
    const own = new Float64Array(memory, values + c * stride, stride / 8)
    own.set(list)
    own.fill(0, list.length)
  })
  new Int32Array(memory, bounds, starts.length).set(starts)
  const result = new Float64Array(memory, sums, cells)
  const opened = kernel.top
  kernel.top = end
  return {
    sum(i) {
      kernel.sumCells(values, stride, columns, i, bounds, cells, distances, sums)
      return result
    },
    close() {
      kernel.top = opened
    },
  }
}

/** Sums in the WebAssembly kernel where there is one, in plain typed arrays otherwise. */
export const openCellSums: OpenCellSums = (lists, starts) => {
  const kernel = getKernel()
  return (kernel && openKernelCellSums(kernel, lists, starts)) ?? openPlainCellSums(lists, starts)
}
