import { writeFileSync } from 'node:fs'
import { chooseK } from '@/lib/clustering/choose-k'
import { getKernel } from '@/lib/clustering-engine/kernel'
import { drawCustomers } from './kmeans-data'

// npx tsx bench/choose-k.ts [file for the text]
// A complete automatic choice of k on 100,000 customers × 10 prepared features: k-means for k = 2 … 10 with ten starts
// each, silhouettes, Calinski–Harabasz, Davies–Bouldin, elbow, bootstrap stability, test for natural groups.
if (!getKernel()) throw new Error('The kernel is not built: npx tsx lib/tooling/build-kernel.ts')
const rows = 100_000
const columns = 10
const limitSeconds = 20
const rounds = 3
const data = drawCustomers(rows, columns)
const seconds: number[] = []
let k = 0
for (let round = 0; round < rounds; round++) {
  const before = performance.now()
  k = chooseK(data, rows, columns).recommendation.k
  seconds.push((performance.now() - before) / 1000)
}
const median = seconds.sort((a, b) => a - b)[rounds >> 1]!
const verdict = median < limitSeconds ? 'met' : 'missed'
const text = `100,000 × 10, k = 2 … 10, all indices, stability: ${median.toFixed(1)} s, median of ${rounds} (limit ${limitSeconds} s: ${verdict}); k = ${k} recommended.`
console.log(text)
if (process.argv[2]) writeFileSync(process.argv[2], `${text}\n`)
process.exit()
