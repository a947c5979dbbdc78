export interface Eigen {
  /** descending */
  values: Float64Array
  /** n × n, row-major; row i is the unit eigenvector of values[i], its first largest entry positive */
  vectors: Float64Array
}

const MAX_SWEEPS = 64

function offDiagonalSquares(matrix: Float64Array, n: number): number {
  let sum = 0
  for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) sum += matrix[i * n + j]! ** 2
  return sum
}

/** Applies the rotation in the plane of (p, q) that makes matrix[p, q] zero. */
function rotate(matrix: Float64Array, vectors: Float64Array, n: number, p: number, q: number): void {
  const entry = matrix[p * n + q]!
  if (entry === 0) return
  const theta = (matrix[q * n + q]! - matrix[p * n + p]!) / (2 * entry)
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.hypot(theta, 1))
  const cosine = 1 / Math.hypot(t, 1)
  const sine = t * cosine
  for (let i = 0; i < n; i++) {
    const a = matrix[i * n + p]!
    const b = matrix[i * n + q]!
    matrix[i * n + p] = cosine * a - sine * b
    matrix[i * n + q] = sine * a + cosine * b
  }
  for (const target of [matrix, vectors]) {
    for (let i = 0; i < n; i++) {
      const a = target[p * n + i]!
      const b = target[q * n + i]!
      target[p * n + i] = cosine * a - sine * b
      target[q * n + i] = sine * a + cosine * b
    }
  }
  matrix[p * n + q] = 0
  matrix[q * n + p] = 0
}

/** The sign of a vector's first entry among its largest in size, equal to a relative 1e-9. */
function leadingSign(vector: Float64Array): number {
  const largest = vector.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0)
  return (vector.find((weight) => Math.abs(weight) >= largest * (1 - 1e-9)) ?? 0) < 0 ? -1 : 1
}

/**
 * All eigenvalues and eigenvectors of a symmetric n × n matrix (row-major), for small n: O(n³) a sweep.
 * Source: cyclic Jacobi rotations, Golub & Van Loan, Matrix Computations, section 8.5.
 */
export function decomposeSymmetric(symmetric: Float64Array, n: number): Eigen {
  if (symmetric.length !== n * n)
    throw new RangeError(`matrix has ${symmetric.length} values, not ${n} × ${n}`)
  if (!symmetric.every(Number.isFinite)) throw new RangeError('matrix must be finite')
  const matrix = Float64Array.from(symmetric)
  const vectors = Float64Array.from(symmetric, (_, p) => (p % (n + 1) === 0 ? 1 : 0))
  const negligible = 1e-32 * symmetric.reduce((sum, value) => sum + value ** 2, 0)
  for (let sweep = 0; sweep < MAX_SWEEPS && offDiagonalSquares(matrix, n) > negligible; sweep++) {
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(matrix, vectors, n, p, q)
  }
  const diagonal = Float64Array.from({ length: n }, (_, i) => matrix[i * (n + 1)]!)
  const order = Array.from(diagonal.keys()).sort((a, b) => diagonal[b]! - diagonal[a]! || a - b)
  const sorted = new Float64Array(n * n)
  order.forEach((from, to) => {
    const vector = vectors.subarray(from * n, (from + 1) * n)
    const sign = leadingSign(vector)
    sorted.set(
      vector.map((weight) => sign * weight),
      to * n,
    )
  })
  return { values: Float64Array.from(order, (i) => diagonal[i]!), vectors: sorted }
}
