const BLOCK = 64

/** [from, to) */
type Range = readonly [number, number]

/**
 * Replaces a symmetric positive definite n × n matrix (row-major; the lower triangle is read) by its inverse, both
 * triangles filled: blocked Cholesky A = L Lᵀ, V = L⁻ᵀ, A⁻¹ = V Vᵀ (Golub & Van Loan, section 4.2). About n³
 * multiplications and one more matrix of memory. Throws RangeError when the matrix is not positive definite.
 */
export function invertPositiveDefinite(matrix: Float64Array, n: number): void {
  if (matrix.length !== n * n) throw new RangeError(`matrix has ${matrix.length} values, not ${n} × ${n}`)
  factorise(matrix, n)
  const inverse = invertTransposed(matrix, n)
  for (const rows of blocks(0, n)) {
    for (const columns of blocks(0, rows[1])) {
      for (let i = rows[0]; i < rows[1]; i++) matrix.fill(0, i * n + columns[0], i * n + columns[1])
      subtractProduct(matrix, inverse, inverse, n, rows, columns, [rows[0], n])
    }
  }
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const value = -matrix[i * n + j]!
      matrix[i * n + j] = value
      matrix[j * n + i] = value
    }
  }
}

function blocks(from: number, to: number): Range[] {
  return Array.from({ length: Math.ceil((to - from) / BLOCK) }, (_, i): Range => {
    const start = from + i * BLOCK
    return [start, Math.min(to, start + BLOCK)]
  })
}

/** C[i, j] −= Σ_p A[i, p] B[j, p] over ranges of rows i, columns j and inner indices p; all n wide. */
function subtractProduct(
  c: Float64Array,
  a: Float64Array,
  b: Float64Array,
  n: number,
  [i0, i1]: Range,
  [j0, j1]: Range,
  [p0, p1]: Range,
): void {
  let i = i0
  for (; i + 1 < i1; i += 2) {
    const a0 = i * n
    const a1 = a0 + n
    let j = j0
    for (; j + 3 < j1; j += 4) {
      const b0 = j * n
      const b1 = b0 + n
      const b2 = b1 + n
      const b3 = b2 + n
      let s00 = 0
      let s01 = 0
      let s02 = 0
      let s03 = 0
      let s10 = 0
      let s11 = 0
      let s12 = 0
      let s13 = 0
      for (let p = p0; p < p1; p++) {
        const x0 = a[a0 + p]!
        const x1 = a[a1 + p]!
        const y0 = b[b0 + p]!
        const y1 = b[b1 + p]!
        const y2 = b[b2 + p]!
        const y3 = b[b3 + p]!
        s00 += x0 * y0
        s01 += x0 * y1
        s02 += x0 * y2
        s03 += x0 * y3
        s10 += x1 * y0
        s11 += x1 * y1
        s12 += x1 * y2
        s13 += x1 * y3
      }
      c[a0 + j]! -= s00
      c[a0 + j + 1]! -= s01
      c[a0 + j + 2]! -= s02
      c[a0 + j + 3]! -= s03
      c[a1 + j]! -= s10
      c[a1 + j + 1]! -= s11
      c[a1 + j + 2]! -= s12
      c[a1 + j + 3]! -= s13
    }
    for (; j < j1; j++) {
      c[a0 + j]! -= dot(a, a0, b, j * n, p0, p1)
      c[a1 + j]! -= dot(a, a1, b, j * n, p0, p1)
    }
  }
  for (; i < i1; i++) for (let j = j0; j < j1; j++) c[i * n + j]! -= dot(a, i * n, b, j * n, p0, p1)
}

function dot(a: Float64Array, i: number, b: Float64Array, j: number, from: number, to: number): number {
  let sum = 0
  for (let p = from; p < to; p++) sum += a[i + p]! * b[j + p]!
  return sum
}

/** The lower triangle becomes L, by blocks of columns; what stands above the diagonal is scratch. */
function factorise(m: Float64Array, n: number): void {
  for (const columns of blocks(0, n)) {
    const [start, end] = columns
    for (let j = start; j < end; j++) {
      const diagonal = m[j * n + j]! - dot(m, j * n, m, j * n, start, j)
      if (!(diagonal > 0)) throw new RangeError('the matrix is not positive definite')
      const root = Math.sqrt(diagonal)
      m[j * n + j] = root
      for (let i = j + 1; i < n; i++)
        m[i * n + j] = (m[i * n + j]! - dot(m, i * n, m, j * n, start, j)) / root
    }
    for (const rows of blocks(end, n)) {
      for (const others of blocks(end, rows[1])) subtractProduct(m, m, m, n, rows, others, columns)
    }
  }
}

/** The upper triangular V = L⁻ᵀ: row i of V solves L v = e_i. */
function invertTransposed(lower: Float64Array, n: number): Float64Array {
  const inverse = new Float64Array(n * n)
  for (const columns of blocks(0, n)) {
    for (let i = columns[0]; i < columns[1]; i++) inverse[i * n + i] = 1
    for (const rows of blocks(0, columns[1])) {
      subtractProduct(inverse, inverse, lower, n, rows, columns, [rows[0], columns[0]])
      for (let i = rows[0]; i < rows[1]; i++) {
        for (let p = Math.max(i, columns[0]); p < columns[1]; p++) {
          const known = dot(inverse, i * n, lower, p * n, columns[0], p)
          inverse[i * n + p] = (inverse[i * n + p]! - known) / lower[p * n + p]!
        }
      }
    }
  }
  return inverse
}
