import 'server-only'
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { featureColumn, fieldColumn } from '@/lib/features/column'
import { attributeName } from '@/lib/features/field'
import { fieldSql } from '@/lib/features/field-sql'
import type { Rule } from '@/lib/rules/rule'
import { type RuleColumns, ruleToSql } from '@/lib/rules/rule-to-sql'
import { listNames } from '@/lib/rules/walk'
import { AppError } from '@/lib/shared/errors'
import { type BatchFile, datasetTables } from '@/lib/warehouse/dataset'
import { queryConnection, queryRows } from '@/lib/warehouse/duckdb'
import { quoteName, quoteText } from '@/lib/warehouse/sql'
import { streamNumbers } from './queries-feature-table'
import type { Figures } from './rule-count-schema'
import type { Overlap } from './rule-segments-schema'

/** Where a segment's members stand: the file of its segmentation and its position there. */
export type SegmentFile = { path: string; position: number }

/** A segment's members as a query of customer_id. */
export const selectMembers = ({ path, position }: SegmentFile) =>
  `SELECT customer_id FROM read_parquet(${quoteText(path)}) WHERE segment = ${Math.trunc(position)}`

/** What a rule asks about in a snapshot's file or a table of the same columns; needs every segment it names. */
export function ruleColumns(segments: ReadonlyMap<string, SegmentFile>): RuleColumns {
  return {
    feature: (id) => quoteName(featureColumn(id)),
    field: (field) => quoteName(fieldColumn(field)),
    segment: (id) => {
      const file = segments.get(id)
      if (!file) throw new Error(`The segment ${id} has no file`)
      return `customer_id IN (${selectMembers(file)})`
    },
  }
}

/** How many customers of a snapshot meet a rule, and their net revenue. */
export async function readRuleFigures(
  warehouse: DuckDBInstance,
  path: string,
  rule: Rule,
  segments: ReadonlyMap<string, SegmentFile>,
): Promise<Figures> {
  const { sql, values } = ruleToSql(rule, ruleColumns(segments))
  const [figures] = await queryRows<Figures>(
    warehouse,
    `SELECT count(*) AS customers, coalesce(sum(net_revenue), 0)::DOUBLE AS revenue
     FROM read_parquet(${quoteText(path)}) WHERE ${sql}`,
    values,
  )
  return figures!
}

/** The customers of two segments; `later` says whose revenue counts for those in both. */
export async function readOverlap(
  warehouse: DuckDBInstance,
  a: SegmentFile,
  b: SegmentFile,
  later: 'a' | 'b',
): Promise<Overlap> {
  const members = ({ path, position }: SegmentFile) =>
    `SELECT customer_id, net_revenue FROM read_parquet(${quoteText(path)}) WHERE segment = ${Math.trunc(position)}`
  const rows = await queryRows<Figures & { in_a: boolean; in_b: boolean }>(
    warehouse,
    `SELECT a.customer_id IS NOT NULL AS in_a, b.customer_id IS NOT NULL AS in_b, count(*) AS customers,
            sum(coalesce(${later}.net_revenue, a.net_revenue, b.net_revenue))::DOUBLE AS revenue
     FROM (${members(a)}) a FULL JOIN (${members(b)}) b ON a.customer_id = b.customer_id
     GROUP BY ALL`,
  )
  const pick = (inA: boolean, inB: boolean): Figures => {
    const row = rows.find(({ in_a, in_b }) => in_a === inA && in_b === inB)
    return { customers: row?.customers ?? 0, revenue: row?.revenue ?? 0 }
  }
  return { onlyA: pick(true, false), both: pick(true, true), onlyB: pick(false, true) }
}

type Dataset = { dataDir: string; batches: readonly BatchFile[] }

/** Leaves a table of customers and the texts of some fields (customer_id, t_…) on the connection. */
async function loadTexts(
  connection: DuckDBConnection,
  { dataDir, batches }: Dataset,
  fields: readonly string[],
): Promise<void> {
  const values: string[] = []
  const bind = (value: string) => `$${values.push(value)}::VARCHAR`
  const columns = fields.map((field) => `, ${fieldSql(field, bind)} AS ${quoteName(fieldColumn(field))}`)
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE rule_texts AS
     WITH ${datasetTables(dataDir, batches)}
     SELECT customer_id ${columns.join('')} FROM customers SEMI JOIN features USING (customer_id)`,
    values,
  )
}

/** Fields that no customer of the table `rule_texts` has a text in. */
async function findEmptyFields(connection: DuckDBConnection, fields: readonly string[]): Promise<string[]> {
  const counts = fields.map((field, i) => `count(${quoteName(fieldColumn(field))}) AS texts_${i}`)
  const [row] = await queryConnection<Record<string, number>>(
    connection,
    `SELECT count(*) AS customers${counts.map((count) => `, ${count}`).join('')} FROM rule_texts`,
  )
  return fields.filter((_, i) => row?.[`texts_${i}`] === 0)
}

/**
 * Leaves those of the temporary table `features` who meet a rule as the temporary table `memberships`, all in segment 0;
 * fields are those of the dataset. Throws AppError ruleFieldGone when nobody has a text in a field that it names.
 */
export async function selectByRule(
  connection: DuckDBConnection,
  dataset: Dataset,
  rule: Rule,
  segments: ReadonlyMap<string, SegmentFile>,
): Promise<void> {
  const { fields } = listNames(rule)
  await loadTexts(connection, dataset, fields)
  const [empty] = await findEmptyFields(connection, fields)
  if (empty !== undefined) throw new AppError('ruleFieldGone', { field: attributeName(empty) ?? empty })
  const { sql, values } = ruleToSql(rule, ruleColumns(segments))
  await keepMembers(connection, `features LEFT JOIN rule_texts USING (customer_id) WHERE ${sql}`, values)
  await connection.run('DROP TABLE rule_texts')
}

/** Leaves the customers of a query's FROM as the temporary table `memberships`, all in segment 0. */
async function keepMembers(
  connection: DuckDBConnection,
  from: string,
  values: Parameters<DuckDBConnection['run']>[1],
): Promise<void> {
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE memberships AS
     SELECT customer_id, 0 AS segment, NULL::DOUBLE AS distance, NULL::INTEGER AS second,
            NULL::DOUBLE AS second_distance, NULL::DOUBLE AS x, NULL::DOUBLE AS y
     FROM ${from}`,
    values,
  )
}

/**
 * The same for those of `features` on whose list in a recommender's file a product stands; with `most` the ones it scores
 * highest for, by id where scores are equal.
 */
export async function selectListed(
  connection: DuckDBConnection,
  path: string,
  productId: string,
  most: number | null,
): Promise<void> {
  const limit = most === null ? '' : `LIMIT ${Math.trunc(most)}`
  const listed = `read_parquet(${quoteText(path)}) WHERE product_id = $product`
  await keepMembers(
    connection,
    `(SELECT customer_id FROM (SELECT customer_id, score FROM ${listed}) SEMI JOIN features USING (customer_id)
      ORDER BY score DESC, customer_id ${limit})`,
    { product: productId },
  )
}

/** Per customer of `features`, by customer id: 0 for the members in `memberships`, 1 for the others. */
export async function readMembers(connection: DuckDBConnection, rows: number): Promise<Int32Array> {
  const labels = new Int32Array(rows)
  const from =
    'features LEFT JOIN (SELECT customer_id, segment FROM memberships) USING (customer_id) ORDER BY customer_id'
  let start = 0
  for await (const chunk of streamNumbers(connection, ['coalesce(segment, 1)'], from)) {
    labels.set(chunk.columns[0]!.subarray(0, chunk.rows), start)
    start += chunk.rows
  }
  return labels
}
