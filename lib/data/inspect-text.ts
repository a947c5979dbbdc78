import 'server-only'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { DuckDBInstance } from '@duckdb/node-api'
import { guessMapping } from '@/lib/csv/guess-mapping'
import type { Mapping } from '@/lib/csv/mapping'
import type { Progress } from '@/lib/jobs/queue'
import { cutText } from '@/lib/shared/storable'
import { headerSignature } from './header-signature'
import { profileColumns } from './queries-profile'
import { readRecords, scannedFile } from './queries-records'
import { groupScanned } from './queries-scanned'
import { readHead } from './read-head'
import { scanFile } from './scan-file'
import type { InspectionResult, ReadOptions } from './schema'

const sampleRecords = 50
/** characters of a cell in the sample, and of a line before the header */
const longestCell = 2000
const keptPreamble = 20

type TextTask = {
  warehouse: DuckDBInstance
  /** CSV text in UTF-8. */
  source: string
  /** For temporary files; there already, removed by the caller. */
  folder: string
  options: ReadOptions
  /** The mapping last used for files with the same header. */
  known: (signature: string) => Promise<Mapping | null>
  progress: (progress: Progress) => void
}

/** What all the rows of a file say of it, and how it could be imported. */
export async function inspectText(task: TextTask): Promise<Omit<InspectionResult, 'encoding'>> {
  const { source, folder, options, progress } = task
  const { dialect, preamble, headers, records: first } = await readHead(source, options)
  const total = (await stat(source)).size
  const clean = join(folder, 'clean.csv')
  const rejected = join(folder, 'rejected.csv')
  const scanned = await scanFile(
    { source, clean, rejected },
    { dialect, columns: headers.length },
    (done, rows) => progress({ phase: 'reading', done, total, rows }),
  )
  const { records } = scanned
  const file = scannedFile(clean, { dialect, headers }, scanned)
  const connection = await task.warehouse.connect()
  try {
    const profiles = await profileColumns(connection, readRecords(file), headers.length, (done) =>
      progress({ phase: 'profiling', done, total: headers.length, rows: records }),
    )
    const known = await task.known(headerSignature(headers))
    const { mapping, evidence } = guessMapping(headers, profiles, known)
    return {
      dialect,
      preamble: preamble.slice(0, keptPreamble).map((line) => cutText(line, longestCell)),
      records,
      rejected: await groupScanned(connection, rejected),
      headers,
      sample: first.slice(0, sampleRecords).map((cells) => cells.map((cell) => cutText(cell, longestCell))),
      columns: profiles,
      guess: mapping,
      evidence,
    }
  } finally {
    connection.closeSync()
  }
}
