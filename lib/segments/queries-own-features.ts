import 'server-only'
import type { DuckDBConnection } from '@duckdb/node-api'
import { attributeId, levelId, type ShareKind, shareId, shareKinds } from '@/lib/features/feature-id'
import { attributeField, customerFields } from '@/lib/features/field'
import { fieldSql, numberSql } from '@/lib/features/field-sql'
import { partSales } from '@/lib/features/figures-topics'
import { type BatchFile, datasetTables } from '@/lib/warehouse/dataset'
import { queryConnection } from '@/lib/warehouse/duckdb'
import { purchase } from './queries-features-sql'
import type { SnapshotField } from './snapshot-schema'

type Dataset = { dataDir: string; batches: readonly BatchFile[]; asOf: string }

const mostLevels = 8
const mostShares = 8
const mostAttributes = 60
const valuesShown = 50
/** share of the customers from which a value gets a level of its own, and `*` is offered */
const levelFrom = 0.02
/** share of a kind's sales from which a category, brand or channel gets a share of its own */
const partFrom = 0.01
/** share of an attribute's values that must read as numbers, and how many of them must differ */
const numeric = 0.95
const fewestNumbers = 6
/** share of different values from which a column tells customers apart one by one, when it has this many */
const unlike = 0.9
const fewestUnlike = 20

/** Lines that count by the end of the day $1, and the people among the temporary table `buyers`. */
const population = ({ dataDir, batches }: Dataset) => `${datasetTables(dataDir, batches)},
  lines AS NOT MATERIALIZED (
    SELECT *, ${purchase} AND ordered_at < $1::DATE + INTERVAL 1 DAY AS bought
    FROM orders WHERE customer_id IS NOT NULL),
  people AS NOT MATERIALIZED (SELECT * FROM customers SEMI JOIN buyers USING (customer_id))`

/** Leaves the customers with a purchase as the temporary table `buyers`. */
async function findBuyers(connection: DuckDBConnection, dataset: Dataset): Promise<void> {
  const { dataDir, batches, asOf } = dataset
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE buyers AS WITH ${datasetTables(dataDir, batches)}
     SELECT DISTINCT customer_id FROM orders
     WHERE customer_id IS NOT NULL AND ${purchase} AND ordered_at < $1::DATE + INTERVAL 1 DAY`,
    [asOf],
  )
}

type Counted = {
  value: string
  customers: number
  /** of the field: different values, and customers with one */
  distinct: number
  present: number
  /** customers with a purchase */
  buyers: number
}

/** A field's values by how many customers with a purchase have them, most frequent first. */
async function countValues(
  connection: DuckDBConnection,
  dataset: Dataset,
  field: string,
): Promise<Counted[]> {
  const values = [dataset.asOf]
  const text = fieldSql(field, (value) => `$${values.push(value)}::VARCHAR`)
  return queryConnection<Counted>(
    connection,
    `WITH ${population(dataset)},
     counted AS (
       SELECT value, count(*) AS customers FROM (SELECT ${text} AS value FROM people) WHERE value IS NOT NULL GROUP BY value)
     SELECT value, customers, count(*) OVER () AS distinct, (sum(customers) OVER ())::BIGINT AS present,
       (SELECT count(*) FROM buyers) AS buyers
     FROM counted ORDER BY customers DESC, value LIMIT ${valuesShown}`,
    values,
  )
}

const frequent = (counted: readonly Counted[]) =>
  counted.filter(({ customers, buyers }) => customers >= levelFrom * buyers).slice(0, mostLevels)

/** The values of a field that are frequent enough for a level of their own as of a day, most frequent first. */
export async function findLevels(
  connection: DuckDBConnection,
  dataset: Dataset,
  field: string,
): Promise<string[]> {
  await findBuyers(connection, dataset)
  return frequent(await countValues(connection, dataset, field)).map(({ value }) => value)
}

type Attribute = {
  name: string
  present: number
  numbers: number
  kinds: number
  whole: boolean
  low: number
  high: number
}

/** The attributes that most customers have a value of, and what their values are like. */
function measureAttributes(connection: DuckDBConnection, dataset: Dataset): Promise<Attribute[]> {
  return queryConnection<Attribute>(
    connection,
    `WITH ${population(dataset)},
     entries AS (
       SELECT entry.key AS name, nullif(trim(entry.value), '') AS text
       FROM (SELECT unnest(map_entries(attributes)) AS entry FROM people WHERE attributes IS NOT NULL)),
     named AS (SELECT name, text, ${numberSql('text')} AS number FROM entries WHERE text IS NOT NULL)
     SELECT name, count(*) AS present, count(number) AS numbers, count(DISTINCT text) AS kinds,
       coalesce(bool_and(number = floor(number)), false) AS whole,
       coalesce(min(number), 0) AS low, coalesce(max(number), 0) AS high
     FROM named GROUP BY name ORDER BY present DESC, name LIMIT ${mostAttributes}`,
    [dataset.asOf],
  )
}

const differAll = ({ present, kinds }: Pick<Attribute, 'present' | 'kinds'>) =>
  present >= fewestUnlike && kinds >= unlike * present

/** Whole numbers that all differ and follow one another, or have seven digits or more: numbers of records, phones. */
function isIdentity(attribute: Attribute): boolean {
  const { present, whole, low, high } = attribute
  return whole && differAll(attribute) && (high - low < 2 * present || high >= 1e6)
}

const isNumber = ({ numbers, present, kinds }: Attribute) =>
  numbers >= numeric * present && kinds >= fewestNumbers

type Part = { part: string }

/** The categories, brands or channels with most sales, most first; none when there is but one. */
async function findParts(connection: DuckDBConnection, dataset: Dataset, kind: ShareKind): Promise<string[]> {
  const rows = await queryConnection<Part>(
    connection,
    `WITH ${population(dataset)},
     bought_products AS (
       SELECT customer_id, product_id, sum(amount) AS sales FROM lines WHERE bought GROUP BY ALL),
     parts AS (SELECT part, sum(sales) AS sales FROM (${partSales(kind)}) GROUP BY part)
     SELECT part FROM parts
     WHERE sales >= ${partFrom} * (SELECT sum(sales) FROM parts) AND (SELECT count(*) FROM parts) > 1
     ORDER BY sales DESC, part LIMIT ${mostShares}`,
    [dataset.asOf],
  )
  return rows.map(({ part }) => part)
}

export type OwnFeatures = {
  /** ids of numbers, levels and shares */
  ids: string[]
  /** the values of each field that have a level */
  levels: Map<string, string[]>
  fields: SnapshotField[]
}

/** Levels of a field worth comparing: at least two, all rarer values as the last one where they are not a few. */
function levelsOf(field: string, counted: readonly Counted[]): string[] {
  const own = frequent(counted)
  const rest = (counted[0]?.present ?? 0) - own.reduce((sum, { customers }) => sum + customers, 0)
  const ids = own.map(({ value }) => levelId(field, value))
  if (rest > 0 && rest >= levelFrom * (counted[0]?.buyers ?? 0)) ids.push(levelId(field, null))
  return ids.length > 1 ? ids : []
}

/** The features and fields that a brand's own columns give, of the customers with a purchase by the end of a day. */
export async function findOwnFeatures(connection: DuckDBConnection, dataset: Dataset): Promise<OwnFeatures> {
  await findBuyers(connection, dataset)
  const attributes = await measureAttributes(connection, dataset)
  const [numbers, texts] = [attributes.filter(isNumber), attributes.filter((one) => !isNumber(one))]
  const own: OwnFeatures = {
    ids: numbers.filter((one) => !isIdentity(one)).map(({ name }) => attributeId(name)),
    levels: new Map(),
    fields: [],
  }
  const fields = [
    ...customerFields,
    ...texts.filter((one) => !differAll(one)).map(({ name }) => attributeField(name)),
  ]
  for (const field of fields) {
    const counted = await countValues(connection, dataset, field)
    const [first] = counted
    if (!first) continue
    const shown = counted.map(({ value, customers }) => ({ value, customers }))
    const label = field.slice(field.indexOf(':') + 1)
    own.fields.push({ field, label, kind: 'text', distinct: first.distinct, values: shown })
    own.levels.set(
      field,
      frequent(counted).map(({ value }) => value),
    )
    own.ids.push(...levelsOf(field, counted))
  }
  for (const kind of shareKinds) {
    const parts = await findParts(connection, dataset, kind)
    own.ids.push(...parts.map((part) => shareId(kind, part)))
  }
  return own
}
