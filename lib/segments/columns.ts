/** One column of a row-major matrix as an array of its own. */
export function readColumn(matrix: Float64Array, columns: number, column: number): Float64Array {
  return Float64Array.from({ length: matrix.length / columns }, (_, row) => matrix[row * columns + column]!)
}
