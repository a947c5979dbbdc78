import type { OpenRows } from '@/lib/clustering/labelled-rows'
import { openPlainRows } from '@/lib/clustering/plain-rows'
import { getKernel } from './kernel'
import { openKernelRows } from './kernel-rows'

/** Rows in the WebAssembly kernel where there is one that can hold them, in plain typed arrays otherwise. */
export const openRows: OpenRows = (data, rows, columns, k) => {
  const kernel = getKernel()
  return (kernel && openKernelRows(kernel, data, rows, columns, k)) ?? openPlainRows(data, rows, columns)
}
