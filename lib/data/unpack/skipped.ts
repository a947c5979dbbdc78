import { cutText } from '@/lib/shared/storable'

/** Why a file of an archive or a sheet of a workbook is not read, what may be missed most first. */
export const skipReasons = [
  ...(['hiddenSheet', 'workbook', 'archive', 'noText'] as const),
  ...(['empty', 'noCells', 'otherKind', 'system'] as const),
] as const
export type SkipReason = (typeof skipReasons)[number]

/** A file of an archive or a sheet of a workbook that is left out; its name is data. */
export type Skipped = { name: string; reason: SkipReason }

/** What is left out for one reason, the first of it by name. */
export type SkippedGroup = { reason: SkipReason; count: number; names: string[] }

/** Names that systems give to files which no one looks at; parts of a path that climb are only data. */
const hidden = /(^|\/)(\.[^./]|__MACOSX(\/|$)|Thumbs\.db$|desktop\.ini$)/i
const tables = /\.(csv|tsv|tab|txt)$/i
const workbooks = /\.(xlsx|xlsm|xls|ods|numbers)$/i
const archives = /\.(zip|gz|tgz|7z|rar|tar|bz2|xz)$/i

/** Why a file of an archive is left out by its name alone; null for one that is opened. */
export function skipByName(name: string): SkipReason | null {
  if (hidden.test(name)) return 'system'
  if (tables.test(name)) return null
  if (workbooks.test(name)) return 'workbook'
  return archives.test(name) ? 'archive' : 'otherKind'
}

const [mostNames, longestName] = [20, 200]

/** What was left out by reason, bounded: an archive may hold thousands of pictures. */
export function groupSkipped(skipped: readonly Skipped[]): SkippedGroup[] {
  return skipReasons.flatMap((reason) => {
    const names = skipped.flatMap((each) => (each.reason === reason ? [each.name] : []))
    const shown = names.slice(0, mostNames).map((name) => cutText(name, longestName))
    return names.length > 0 ? [{ reason, count: names.length, names: shown }] : []
  })
}
