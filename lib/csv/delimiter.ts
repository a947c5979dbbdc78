import { parseRecords } from './parse-records'

export const delimiters = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof delimiters)[number]

/** How many characters of the file decide. */
const evidenceLength = 65_536

/** Share of records that have as many cells as the first (the header), and that number. */
function judge(text: string, delimiter: Delimiter): { columns: number; share: number } {
  const records = parseRecords(text, delimiter)
  const columns = records[0]?.length ?? 1
  const share = records.filter((record) => record.length === columns).length / Math.max(records.length, 1)
  return { columns, share }
}

/** The delimiter that splits the head of a file most evenly into more than one column; a comma when none does. */
export function detectDelimiter(text: string): Delimiter {
  const cut = text.length > evidenceLength ? text.lastIndexOf('\n', evidenceLength) : text.length
  const evidence = text.slice(0, cut > 0 ? cut : evidenceLength)
  let best: { delimiter: Delimiter; columns: number; share: number } | null = null
  for (const delimiter of delimiters) {
    const { columns, share } = judge(evidence, delimiter)
    if (columns < 2) continue
    const better = !best || share > best.share + 0.1 || (share > best.share - 0.1 && columns > best.columns)
    if (better) best = { delimiter, columns, share }
  }
  return best?.delimiter ?? ','
}
