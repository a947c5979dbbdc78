import 'server-only'
import { createHash } from 'node:crypto'
import { normaliseHeader } from '@/lib/csv/header-forms'

/** The same text for files with the same header: column for column, but for case and punctuation. */
export function headerSignature(headers: readonly string[]): string {
  return createHash('sha256').update(headers.map(normaliseHeader).join('\n')).digest('hex')
}
