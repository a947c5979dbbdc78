/** Sums of products of columns over any number of rows, for correlations of more values than fit into memory. */
export interface ProductSums {
  /** Adds rows: `block` holds `rows` values of each column, one column after another, `stride` apart. */
  add(block: Float64Array, rows: number, stride: number): void
  /** Pearson's r of two columns that have mean 0 and standard deviation 1 (or only zeros: 0) over all rows added. */
  correlation(a: number, b: number): number
}

export function createProductSums(columns: number): ProductSums {
  const sums = new Float64Array(columns * columns)
  let count = 0
  return {
    add(block, rows, stride) {
      count += rows
      for (let a = 0; a < columns; a++) {
        const first = block.subarray(a * stride, a * stride + rows)
        for (let b = a + 1; b < columns; b++) {
          let sum = 0
          for (let row = 0, p = b * stride; row < rows; row++, p++) sum += first[row]! * block[p]!
          sums[a * columns + b]! += sum
        }
      }
    },
    correlation(a, b) {
      if (count === 0) return 0
      const sum = a === b ? count : sums[Math.min(a, b) * columns + Math.max(a, b)]!
      return Math.max(-1, Math.min(1, sum / count))
    },
  }
}
