import 'server-only'
import type { DuckDBInstance } from '@duckdb/node-api'
import type { ExportCounts } from '@/lib/privacy/export-schema'
import { type Anonymity, anonymitySql } from '@/lib/privacy/k-anonymity'
import { digestPersonSql } from '@/lib/privacy/person-digest'
import { isConsentKnown } from '@/lib/privacy/queries-consent'
import { type BatchFile, datasetTables } from '@/lib/warehouse/dataset'
import { queryRows } from '@/lib/warehouse/duckdb'
import { quoteText } from '@/lib/warehouse/sql'
import { identifierRule } from './export-identifiers'
import { describingColumns, type ExportColumn, type ExportOptions } from './export-schema'

type Dataset = { dataDir: string; batches: BatchFile[] }
type Result = { path: string; segment: number }
/** What an export is made from, and how. */
export type ExportSource = { dataset: Dataset; result: Result; options: ExportOptions }

const id = 'members.customer_id'
const expressions: Record<Exclude<ExportColumn, 'segment'>, string> = {
  customer_id: id,
  email: 'email',
  phone: 'phone',
  first_name: 'first_name',
  last_name: 'last_name',
  city: 'city',
  country: 'country',
  consent: "CASE consent WHEN true THEN 'yes' WHEN false THEN 'no' END",
  purchases: 'purchases::VARCHAR',
  revenue: "printf('%.2f', net_revenue)",
  last_purchase: 'last_purchase::VARCHAR',
}
const cell = (column: ExportColumn) => (column === 'segment' ? '$segmentName' : expressions[column])

const tables = ({ dataset: { dataDir, batches }, result: { path, segment } }: ExportSource) =>
  `WITH ${datasetTables(dataDir, batches)},
   members AS (SELECT * FROM read_parquet(${quoteText(path)}) WHERE segment = ${segment})`
const everybody = `FROM members LEFT JOIN customers ON customers.customer_id = ${id}`

/** Conditions for people to be in the export. */
function conditions({ columns, format, onlyConsented }: ExportOptions, consentKnown: boolean) {
  const usable = columns.flatMap((column) => identifierRule(format, column)?.usable(cell(column)) ?? [])
  return {
    consented: onlyConsented && consentKnown ? 'coalesce(consent, false)' : 'true',
    // Without a chosen identifier the list is not for finding people.
    identified: usable.length > 0 ? `coalesce(${usable.join(' OR ')}, false)` : 'true',
  }
}

async function exportedRows(warehouse: DuckDBInstance, source: ExportSource): Promise<string> {
  const known = await isConsentKnown(warehouse, source.dataset)
  const { consented, identified } = conditions(source.options, known)
  return `${everybody} WHERE ${consented} AND ${identified}`
}

/** How many people an export would hold and leave out, and how alike the exported are; see ExportCounts. */
export async function countExport(
  warehouse: DuckDBInstance,
  source: ExportSource,
  smallGroup: number,
): Promise<ExportCounts> {
  const [counts, anonymity] = await Promise.all([
    countPeople(warehouse, source),
    measureAnonymity(warehouse, source, smallGroup),
  ])
  return { ...counts, anonymity, smallGroup }
}

async function countPeople(warehouse: DuckDBInstance, source: ExportSource) {
  const known = await isConsentKnown(warehouse, source.dataset)
  const { consented, identified } = conditions(source.options, known)
  type Counts = { people: number; agreed: number; withoutConsent: number; withoutIdentifier: number }
  const [row] = await queryRows<Counts>(
    warehouse,
    `${tables(source)}
     SELECT count(*) AS people, count(*) FILTER (consent) AS agreed,
            count(*) FILTER (NOT ${consented}) AS "withoutConsent",
            count(*) FILTER (${consented} AND NOT ${identified}) AS "withoutIdentifier"
     ${everybody}`,
  )
  const { people, agreed, withoutConsent, withoutIdentifier } = row!
  return {
    people,
    exported: people - withoutConsent - withoutIdentifier,
    consented: known ? agreed : null,
    leftOut: { withoutConsent, withoutIdentifier },
  }
}

async function measureAnonymity(
  warehouse: DuckDBInstance,
  source: ExportSource,
  smallGroup: number,
): Promise<Anonymity | null> {
  // The segment is one and the same for all of its people.
  const told = source.options.columns.filter(
    (column) => column !== 'segment' && describingColumns.includes(column),
  )
  if (told.length === 0) return null
  const measure = anonymitySql(told.map(cell), await exportedRows(warehouse, source), smallGroup)
  const [row] = await queryRows<{ k: number | null; inSmallGroups: number }>(
    warehouse,
    `${tables(source)} ${measure}`,
  )
  return row && row.k !== null ? { k: row.k, inSmallGroups: row.inSmallGroups } : null
}

export type ExportedChunk = { digests: string[]; cells: string[][] }

/** Between the texts of a row that is read as one: no cell holds it, for every import leaves it out. */
const separator = '\0'

/**
 * The chosen columns of an export's people as text, a chunk at a time, with their digests under the key `receipt`; in the
 * order of their ids or, lest the order tell them, of their pseudonyms under the key `pseudonym`.
 */
export async function* streamPeople(
  warehouse: DuckDBInstance,
  source: ExportSource,
  segmentName: string,
  keys: { receipt: string; pseudonym: string },
): AsyncGenerator<ExportedChunk> {
  const { columns, pseudonymised } = source.options
  const pseudonym = digestPersonSql(keys.pseudonym, 'customer_id', id)
  const cells = columns.map((column) =>
    pseudonymised && column === 'customer_id' ? pseudonym : cell(column),
  )
  const rows = await exportedRows(warehouse, source)
  const connection = await warehouse.connect()
  try {
    // One text a row is read in half the time of many, and digests cost more to sort along than to make.
    const texts = cells.map((expression) => `chr(0), coalesce(${expression}, '')`)
    const result = await connection.stream(
      `${tables(source)}
       SELECT ${digestPersonSql(keys.receipt, 'customer_id', 'person')} || texts
       FROM (SELECT ${id} AS person, concat(${texts.join(', ')}) AS texts
             ${rows} ORDER BY ${pseudonymised ? pseudonym : id})`,
      columns.includes('segment') ? { segmentName: segmentName.replaceAll(separator, '') } : undefined,
    )
    for (;;) {
      const chunk = await result.fetchChunk()
      if (!chunk || chunk.rowCount === 0) return
      const people = chunk.getRows().map(([text]) => String(text).split(separator))
      yield { digests: people.map(([digest]) => digest ?? ''), cells: people.map(([, ...row]) => row) }
    }
  } finally {
    connection.closeSync()
  }
}
