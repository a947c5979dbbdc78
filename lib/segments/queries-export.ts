import 'server-only'
import type { DuckDBInstance } from '@duckdb/node-api'
import { type BatchFile, datasetTables } from '@/lib/warehouse/dataset'
import { queryRows } from '@/lib/warehouse/duckdb'
import { quoteText } from '@/lib/warehouse/sql'
import type { ExportCounts, ExportRequest } from './schema'

type Dataset = { dataDir: string; batches: BatchFile[] }
type Result = { path: string; segment: number }

const expressions: Record<ExportRequest['columns'][number], string> = {
  customer_id: 'members.customer_id',
  email: 'email',
  phone: 'phone',
  first_name: 'first_name',
  last_name: 'last_name',
  city: 'city',
  country: 'country',
  consent: "CASE consent WHEN true THEN 'yes' WHEN false THEN 'no' END",
  segment: '$segmentName',
  purchases: 'purchases::VARCHAR',
  revenue: "printf('%.2f', net_revenue)",
  last_purchase: 'last_purchase::VARCHAR',
}

const people = ({ dataDir, batches }: Dataset, { path, segment }: Result) =>
  `WITH ${datasetTables(dataDir, batches)},
   members AS (SELECT * FROM read_parquet(${quoteText(path)}) WHERE segment = ${segment})`

/** People of a segment, and those of them who consented (null when nobody's consent is known). */
export async function countExport(
  warehouse: DuckDBInstance,
  dataset: Dataset,
  result: Result,
): Promise<ExportCounts> {
  const [row] = await queryRows<{ people: number; known: number; consented: number }>(
    warehouse,
    `${people(dataset, result)}
     SELECT count(*) AS people, count(consent) AS known, count(*) FILTER (WHERE consent) AS consented
     FROM members LEFT JOIN customers USING (customer_id)`,
  )
  return { people: row?.people ?? 0, consented: row?.known ? row.consented : null }
}

type ExportQuery = Pick<ExportRequest, 'columns' | 'onlyConsented' | 'segmentName'>

/** The chosen columns of a segment's people as text, in the order of their ids, a chunk at a time. */
export async function* streamPeople(
  warehouse: DuckDBInstance,
  dataset: Dataset,
  result: Result,
  { columns, onlyConsented, segmentName }: ExportQuery,
): AsyncGenerator<(string | null)[][]> {
  const connection = await warehouse.connect()
  try {
    const rows = await connection.stream(
      `${people(dataset, result)}
       SELECT ${columns.map((column) => expressions[column]).join(', ')}
       FROM members LEFT JOIN customers ON customers.customer_id = members.customer_id
       ${onlyConsented ? 'WHERE consent' : ''}
       ORDER BY members.customer_id`,
      columns.includes('segment') ? { segmentName } : undefined,
    )
    for (;;) {
      const chunk = await rows.fetchChunk()
      if (!chunk || chunk.rowCount === 0) return
      yield chunk.getRows() as (string | null)[][]
    }
  } finally {
    connection.closeSync()
  }
}
