export type FileObjection = 'empty' | 'workbook' | 'archive' | 'tooLarge'

const workbook = /\.(xls|xlsb|ods|numbers)$/i
const archive = /\.(rar|7z|tar|tgz|bz2|xz|zst)$/i

/** Why a chosen file need not be sent, for it would be refused; null when it may hold tables. */
export function checkFile(file: { name: string; size: number }, mostBytes: number): FileObjection | null {
  if (workbook.test(file.name)) return 'workbook'
  if (archive.test(file.name)) return 'archive'
  if (file.size > mostBytes) return 'tooLarge'
  return file.size === 0 ? 'empty' : null
}
