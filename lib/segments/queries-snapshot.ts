import 'server-only'
import { rm } from 'node:fs/promises'
import type { DuckDBConnection } from '@duckdb/node-api'
import { measureColumn } from '@/lib/clustering/measure-column'
import { decideColumn, type PreparedColumn, writePrepared } from '@/lib/clustering/prepare-column'
import { describeFeature, featureById } from '@/lib/features/catalogue'
import { featureColumn } from '@/lib/features/column'
import { defaultImputation } from '@/lib/features/default-preparation'
import { parseFeatureId } from '@/lib/features/feature-id'
import { createProductSums } from '@/lib/statistics/correlation'
import { type BatchFile, datasetTables } from '@/lib/warehouse/dataset'
import { queryConnection } from '@/lib/warehouse/duckdb'
import { publishParquet } from '@/lib/warehouse/publish'
import { quoteName, quoteText } from '@/lib/warehouse/sql'
import { streamNumbers } from './queries-feature-table'
import { prepareFeatures } from './queries-features'
import { featureQuery } from './queries-features-sql'
import type { OwnFeatures } from './queries-own-features'
import type { SnapshotFeature, SnapshotSummary } from './snapshot-schema'

const columnsAtOnce = 8
const correlated = 0.8
const mostCorrelations = 300

type Dataset = { dataDir: string; batches: readonly BatchFile[]; asOf: string }
export type SnapshotCounts = { customers: number; withoutPurchase: number }

/** Writes the features `ids` and the fields of every customer with a purchase by the end of the day as a Parquet file. */
export async function writeSnapshot(
  connection: DuckDBConnection,
  { dataDir, batches, asOf }: Dataset,
  ids: readonly string[],
  { levels, fields }: OwnFeatures,
  path: string,
  report: (done: number, total: number) => void,
): Promise<SnapshotCounts> {
  const names = fields.map(({ field }) => field)
  const columns = ids.length + names.length
  const parts = await prepareFeatures(connection, { dataDir, batches, ids, columns })
  const paths = parts.map(({ index, of }) => (of > 1 ? `${path}.${index}` : path))
  try {
    for (const part of parts) {
      const { sql, values } = featureQuery({ dataDir, batches, asOf, ids, levels, fields: names, part })
      const select = `SELECT * FROM (${sql}) WHERE purchases > 0`
      await publishParquet(connection, select, paths[part.index]!, values)
      report(part.index + 1, part.of)
    }
    if (parts.length > 1) {
      const all = `read_parquet([${paths.map(quoteText).join(', ')}])`
      await publishParquet(connection, `SELECT * FROM ${all}`, path)
    }
  } finally {
    if (parts.length > 1) await Promise.all(paths.map((one) => rm(one, { force: true })))
  }
  const [counts] = await queryConnection<SnapshotCounts>(
    connection,
    `WITH ${datasetTables(dataDir, batches)},
     known AS (SELECT customer_id FROM orders UNION SELECT customer_id FROM customers),
     snapshot AS (SELECT count(*) AS customers FROM read_parquet(${quoteText(path)}))
     SELECT customers, (SELECT count(customer_id) FROM known) - customers AS "withoutPurchase" FROM snapshot`,
  )
  return counts ?? { customers: 0, withoutPurchase: 0 }
}

type Measured = { feature: SnapshotFeature; record: PreparedColumn }

function measureFeature(id: string, raw: Float64Array, scratch: Float64Array): Measured {
  const figures = measureColumn(raw)
  const record = decideColumn(raw, figures, { impute: defaultImputation(id) }, scratch)
  const { missing, min, max, mean, median, sd, skewness, outliers } = figures
  const { transform, impute, scale } = record
  const { group = '', unit = 'decimal' } = describeFeature(id) ?? {}
  const preselected = featureById(id)?.preselected ?? false
  const told = { id, group, unit, missing, min, max, mean, median, sd, skewness, outliers }
  return { record, feature: { ...told, transform, impute, scale, preselected } }
}

/** A few columns of the file at a time: all of them might not fit into memory. */
async function measureFeatures(
  connection: DuckDBConnection,
  file: string,
  ids: readonly string[],
  customers: number,
  report: (done: number) => void,
): Promise<Measured[]> {
  const scratch = new Float64Array(customers)
  const raw = Array.from({ length: columnsAtOnce }, () => new Float64Array(customers))
  const measured: Measured[] = []
  for (let first = 0; first < ids.length; first += columnsAtOnce) {
    const some = ids.slice(first, first + columnsAtOnce)
    let start = 0
    const columns = some.map((id) => quoteName(featureColumn(id)))
    for await (const chunk of streamNumbers(connection, columns, file)) {
      for (const [c, values] of chunk.columns.entries()) raw[c]!.set(values.subarray(0, chunk.rows), start)
      start += chunk.rows
    }
    measured.push(...some.map((id, c) => measureFeature(id, raw[c]!, scratch)))
    report(measured.length)
  }
  return measured
}

const fieldOf = (id: string) => {
  const parsed = parseFeatureId(id)
  return parsed?.kind === 'level' ? parsed.field : null
}
/** Levels of one field exclude each other: that says nothing. */
const belongTogether = (a: string, b: string) => fieldOf(a) !== null && fieldOf(a) === fieldOf(b)

/** Pairs with |r| ≥ 0.8 over all customers, on prepared values. */
async function correlate(
  connection: DuckDBConnection,
  file: string,
  ids: readonly string[],
  records: readonly PreparedColumn[],
): Promise<SnapshotSummary['correlations']> {
  const sums = createProductSums(ids.length)
  let block = new Float64Array(0)
  let stride = 0
  const columns = ids.map((id) => quoteName(featureColumn(id)))
  for await (const chunk of streamNumbers(connection, columns, file)) {
    if (chunk.rows > stride) {
      stride = chunk.rows
      block = new Float64Array(stride * ids.length)
    }
    for (const [c, values] of chunk.columns.entries()) {
      writePrepared(block, c * stride, 1, values.subarray(0, chunk.rows), records[c]!)
    }
    sums.add(block, chunk.rows, stride)
  }
  const pairs = ids.flatMap((a, i) =>
    ids.slice(i + 1).map((b, offset) => ({ a, b, r: sums.correlation(i, i + 1 + offset) })),
  )
  return pairs
    .filter(({ a, b, r }) => Math.abs(r) >= correlated && !belongTogether(a, b))
    .sort((left, right) => Math.abs(right.r) - Math.abs(left.r))
    .slice(0, mostCorrelations)
}

/** What the features in a snapshot's file are like over all its customers, and which say the same. */
export async function summariseSnapshot(
  connection: DuckDBConnection,
  path: string,
  ids: readonly string[],
  customers: number,
  report: (done: number) => void,
): Promise<Pick<SnapshotSummary, 'features' | 'correlations'>> {
  const file = `read_parquet(${quoteText(path)})`
  const measured = await measureFeatures(connection, file, ids, customers, report)
  const records = measured.map(({ record }) => record)
  const correlations = await correlate(connection, file, ids, records)
  return { features: measured.map(({ feature }) => feature), correlations }
}
