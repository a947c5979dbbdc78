import 'server-only'
import { featureById } from '@/lib/features/catalogue'
import { featureColumn, fieldColumn } from '@/lib/features/column'
import { parseFeatureId, type ShareKind, shareKinds } from '@/lib/features/feature-id'
import { attributeField } from '@/lib/features/field'
import { fieldSql, numberSql } from '@/lib/features/field-sql'
import { customerFigures, derivedFigures, namesIn, purchaseFigures } from '@/lib/features/figures-purchases'
import { partTables, partTopic, type Topic, topics } from '@/lib/features/figures-topics'
import { type BatchFile, datasetTables } from '@/lib/warehouse/dataset'
import { quoteName } from '@/lib/warehouse/sql'

/** An SQL condition: a line is (part of) a purchase. */
export const purchase = 'quantity > 0 AND amount > 0'

export type FeatureQuery = {
  /** customer_id, purchases, net_revenue, last_purchase, f_… and t_… of every customer with lines */
  sql: string
  values: string[]
}

export type FeatureQueryInput = {
  dataDir: string
  batches: readonly BatchFile[]
  asOf: string
  ids: readonly string[]
  /** values of a field that have a level of their own: all others are `*` */
  levels: ReadonlyMap<string, readonly string[]>
  /** fields whose text is wanted as well */
  fields?: readonly string[]
  /** one of several equal parts of the customers; all of them when absent */
  part?: Part
}

export type Part = { index: number; of: number }

/** how many lines × features are computed at once: about what fits into the warehouse's memory */
const mostAtOnce = 130_000_000

/** The parts in which to compute so many features from so many lines. */
export function listParts(lines: number, features: number): Part[] {
  const of = Math.max(1, Math.ceil((lines * features) / mostAtOnce))
  return Array.from({ length: of }, (_, index) => ({ index, of }))
}

const belongs = (part: Part | undefined) =>
  part && part.of > 1 ? `hash(customer_id) % ${part.of} = ${part.index}` : 'true'

const peopleColumns = { birth_date: 0, signed_up_on: 0, email: 0, consent: 0 }
const lineColumns = { quantity: 0, discount: 0, product_id: 0, channel: 0 }

/** What the chosen features are computed from, with every text of the user's among the values. */
function collect({ asOf, ids, levels, fields = [] }: FeatureQueryInput) {
  const values = [asOf]
  const bind = (value: string) => `$${values.push(value)}::VARCHAR`
  const texts = new Map<string, { name: string; sql: string }>()
  const shares = new Map<ShareKind, { name: string; value: string }[]>(shareKinds.map((kind) => [kind, []]))

  function textOf(field: string): string {
    const known = texts.get(field)
    if (known) return known.name
    const name = `text_${texts.size}`
    texts.set(field, { name, sql: fieldSql(field, bind) })
    return name
  }
  function shareOf(kind: ShareKind, value: string): string {
    const known = shares.get(kind) ?? []
    const name = `${kind}_sales_${known.length}`
    known.push({ name, value: bind(value) })
    return `coalesce(${name}, 0) / sales`
  }
  function expression(id: string): string {
    const parsed = parseFeatureId(id)
    switch (parsed?.kind) {
      case 'catalogue':
        return featureById(id)?.sql ?? 'NULL'
      case 'attribute':
        return numberSql(textOf(attributeField(parsed.name)))
      case 'share':
        return shareOf(parsed.of, parsed.value)
      case 'level': {
        const text = textOf(parsed.field)
        if (parsed.value !== null) return `(${text} = ${bind(parsed.value)})::INTEGER`
        const named = (levels.get(parsed.field) ?? []).map(bind)
        return named.length > 0
          ? `(${text} NOT IN (${named.join(', ')}))::INTEGER`
          : `CASE WHEN ${text} IS NOT NULL THEN 1 END`
      }
      default:
        return 'NULL'
    }
  }
  const columns = ids.map((id) => ({ name: featureColumn(id), sql: `(${expression(id)})::DOUBLE` }))
  const fieldColumns = fields.map((field) => ({ name: fieldColumn(field), sql: textOf(field) }))
  return { values, columns: [...columns, ...fieldColumns], texts: [...texts.values()], shares }
}

function peopleTopic(texts: readonly { name: string; sql: string }[], sql: readonly string[]): Topic {
  const plain = namesIn(peopleColumns, sql)
  const columns = [...plain, ...texts.map((text) => `${text.sql} AS ${text.name}`)]
  const names = [...plain, ...texts.map(({ name }) => name)]
  return { names, sql: `SELECT customer_id, ${columns.join(', ')} FROM part_customers` }
}

const boughtProducts = `bought_products AS MATERIALIZED (
  SELECT customer_id, product_id, sum(amount) AS sales,
    min(ordered_at)::DATE AS first_day, max(ordered_at)::DATE AS last_day
  FROM lines WHERE bought GROUP BY customer_id, product_id)`

const listed = (figures: Readonly<Record<string, string>>, names: readonly string[]) =>
  names.map((name) => `, ${figures[name]} AS ${name}`).join('')

/**
 * The query for the given features as of the end of a day. Lines are summed per purchase first: that counts purchases
 * without the slow count(DISTINCT). Money is summed exactly as DECIMAL and divided as DOUBLE. Every customer of the
 * orders has a row, those without a purchase too. Needs what `prepareFeatures` leaves on the connection.
 */
export function featureQuery(input: FeatureQueryInput): FeatureQuery {
  const { values, columns, texts, shares } = collect(input)
  const wanted = columns.map(({ sql }) => sql)
  const derived = namesIn(derivedFigures, wanted)
  const perCustomer = namesIn(customerFigures, [...wanted, ...derived.map((name) => derivedFigures[name]!)])
  const customerSql = perCustomer.map((name) => customerFigures[name]!)
  const perPurchase = namesIn(purchaseFigures, customerSql)
  const all = [
    ...topics,
    ...shareKinds.map((kind) => partTopic(kind, shares.get(kind) ?? [])),
    peopleTopic(texts, wanted),
  ]
  const joined = all.filter(({ names }) => names.some((name) => namesIn({ [name]: 0 }, wanted).length > 0))
  const topicSql = joined.map(({ sql }) => sql)
  const usesProducts = namesIn({ bought_products: 0 }, topicSql).length > 0
  const shared = usesProducts || namesIn({ lines: 0 }, topicSql).length > 0
  const lines = namesIn(lineColumns, [
    purchase,
    ...perPurchase.map((name) => purchaseFigures[name]!),
    ...topicSql,
    usesProducts ? boughtProducts : '',
  ])
  const sql = `
    WITH ${datasetTables(input.dataDir, input.batches)},
    ${partTables
      .map(
        (table) => `part_${table} AS NOT MATERIALIZED (SELECT * FROM ${table} WHERE ${belongs(input.part)})`,
      )
      .join(', ')},
    lines AS ${shared ? '' : 'NOT '}MATERIALIZED (
      SELECT customer_id, order_id, ordered_at, amount, ${lines.join(', ')},
             ${purchase} AND ordered_at < $1::DATE + INTERVAL 1 DAY AS bought,
             quantity < 0 AND ordered_at < $1::DATE + INTERVAL 1 DAY AS returned
      FROM orders WHERE customer_id IS NOT NULL AND ${belongs(input.part)}),
    per_purchase AS (
      SELECT customer_id, order_id, sum(amount) FILTER (WHERE bought) AS sales,
             sum(amount) FILTER (WHERE bought OR returned) AS net_revenue,
             min(ordered_at) FILTER (WHERE bought) AS first_purchase,
             max(ordered_at) FILTER (WHERE bought) AS last_purchase
             ${listed(purchaseFigures, perPurchase)}
      FROM lines GROUP BY customer_id, order_id, CASE WHEN order_id IS NULL THEN ordered_at END),
    per_customer AS (
      SELECT customer_id, $1::DATE AS as_of, count(sales)::INTEGER AS purchases,
             sum(net_revenue)::DOUBLE AS net_revenue ${listed(customerFigures, perCustomer)},
             sum(sales)::DOUBLE AS sales, min(first_purchase)::DATE AS first_purchase,
             max(last_purchase)::DATE AS last_purchase
      FROM per_purchase GROUP BY customer_id)
    ${usesProducts ? `, ${boughtProducts}` : ''}
    ${joined.map((topic, i) => `, topic_${i} AS (SELECT * FROM (${topic.sql}) WHERE ${belongs(input.part)})`).join('')}
    SELECT customer_id, purchases, net_revenue, last_purchase
           ${columns.map((column) => `, ${column.sql} AS ${quoteName(column.name)}`).join('')}
    FROM (SELECT * ${listed(derivedFigures, derived)} FROM per_customer)
         ${joined.map((_, i) => `LEFT JOIN topic_${i} USING (customer_id)`).join(' ')}`
  return { sql, values }
}
