import 'server-only'
import { AppError } from '@/lib/shared/errors'
import { openArchive } from './archive'
import { Allowance, type Part, writePart } from './part-writer'
import { readSharedStrings } from './shared-strings'
import { type SheetFacts, sheetLines } from './sheet-lines'
import type { Skipped } from './skipped'
import type { Unpacked, UnpackOptions } from './unpack-upload'
import { createOpenPart, readNumberStyles, readWorkbookParts } from './workbook-parts'

/** Each becomes an upload of its own. */
const mostSheets = 200
/** The XML of a sheet is several times as long as its table. */
const xmlPerTable = 8

/** Writes each visible sheet of a workbook that holds anything as CSV. */
export async function unpackWorkbook(
  source: string,
  { fileName, folder, most, onBytes }: UnpackOptions,
): Promise<Unpacked> {
  const archive = await openArchive(source, fileName)
  const allowance = new Allowance(most)
  const parts: Part[] = []
  const skipped: Skipped[] = []
  try {
    const open = createOpenPart(archive, new Allowance(most * xmlPerTable), onBytes)
    const { sheets, from1904, strings, styles } = await readWorkbookParts(archive, open, fileName)
    if (sheets.filter(({ hidden, member }) => member && !hidden).length > mostSheets)
      throw new AppError('archiveManyFiles', { most: mostSheets })
    const facts: SheetFacts = {
      name: fileName,
      from1904,
      strings: strings ? await readSharedStrings(open(strings), fileName) : [],
      styles: styles ? await readNumberStyles(open(styles), fileName) : [],
    }
    for (const { title, member, hidden } of sheets) {
      if (hidden || !member) {
        skipped.push({ name: title, reason: member ? 'hiddenSheet' : 'noCells' })
        continue
      }
      const lines = sheetLines(open(member), facts)
      const part = await writePart(`${fileName} › ${title}`, folder, lines, allowance)
      if (part) parts.push(part)
      else skipped.push({ name: title, reason: 'empty' })
    }
  } finally {
    archive.close()
  }
  return { parts, skipped }
}
