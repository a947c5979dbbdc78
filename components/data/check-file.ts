export type FileObjection = 'empty' | 'workbook' | 'archive'

const workbook = /\.(xlsx?|xlsm|xlsb|ods|numbers)$/i
const archive = /\.(zip|gz|rar|7z|tgz|bz2)$/i

/** Why a chosen file cannot be a CSV file; null when it may be one. */
export function checkFile(file: { name: string; size: number }): FileObjection | null {
  if (workbook.test(file.name)) return 'workbook'
  if (archive.test(file.name)) return 'archive'
  return file.size === 0 ? 'empty' : null
}
