import 'server-only'
import type { DuckDBConnection } from '@duckdb/node-api'
import { queryConnection } from '@/lib/warehouse/duckdb'
import { quoteText } from '@/lib/warehouse/sql'
import type { InspectionResult } from './schema'

/** The records that could not be split (line, reason, record), as scanFile writes them. */
export function readScanned(path: string): string {
  return `read_csv(${quoteText(path)}, header = false, auto_detect = false, quote = '"', escape = '"', delim = ',',
    new_line = '\\n', strict_mode = true, parallel = false, max_line_size = 8000000, buffer_size = 32000000,
    columns = {'line': 'INTEGER', 'reason': 'VARCHAR', 'record': 'VARCHAR'})`
}

/** The records that could not be split by reason, the most frequent first. */
export function groupScanned(
  connection: DuckDBConnection,
  path: string,
): Promise<InspectionResult['rejected']> {
  return queryConnection(
    connection,
    `SELECT reason, count(*) AS rows, min(line) AS "firstLine", left(arg_min(record, line), 200) AS "firstText"
    FROM ${readScanned(path)} GROUP BY reason ORDER BY rows DESC, reason`,
  ) as Promise<unknown> as Promise<InspectionResult['rejected']>
}
