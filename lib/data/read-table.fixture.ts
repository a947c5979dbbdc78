import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseRecords } from '@/lib/csv/parse-records'
import { decodeFile, judgeEncoding } from './decode-file'
import { readHead } from './read-head'
import { scanFile } from './scan-file'

export type ReadTable = {
  headers: string[]
  records: string[][]
  /** line, reason and text of each record that was refused */
  rejected: string[][]
  /** records as the scan counts them */
  counted: number
}

const strict = {
  quote: '"',
  escape: 'double',
  headerLine: null,
  firstLine: 1,
  shortRows: 'reject',
} as const

/** Reads a file as an import does until its records are split, without any meaning of the columns. */
export async function readTable(path: string, folder: string): Promise<ReadTable> {
  const { name } = await judgeEncoding(path, () => {})
  const source = name === 'utf-8' ? path : join(folder, 'decoded.csv')
  if (name !== 'utf-8') await decodeFile(path, source, name, () => {})
  const { dialect, headers } = await readHead(source)
  const clean = join(folder, 'clean.csv')
  const rejected = join(folder, 'rejected.csv')
  const scanned = await scanFile({ source, clean, rejected }, { dialect, columns: headers.length }, () => {})
  const read = async (file: string, delimiter: typeof dialect.delimiter) =>
    parseRecords(await readFile(file, 'utf8'), { ...strict, delimiter })
  return {
    headers,
    records: (await read(clean, dialect.delimiter)).map(([, ...cells]) => cells),
    rejected: await read(rejected, ','),
    counted: scanned.records,
  }
}
