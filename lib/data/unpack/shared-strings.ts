import 'server-only'
import { AppError } from '@/lib/shared/errors'
import { walkXml } from './workbook-xml'

/** characters; they are held in memory while a workbook is read */
const mostSharedText = 200_000_000
/** characters that each of them counts for at least, so that there are not endlessly many empty ones */
const leastShared = 16

/** A character that XML cannot hold is written as _x and its number; so is an underscore that would begin one. */
export function readEscapes(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    : text
}

/** Texts that cells refer to by their number; phonetic readings are left out. */
export async function readSharedStrings(bytes: AsyncIterable<Uint8Array>, name: string): Promise<string[]> {
  const strings: string[] = []
  let characters = 0
  let current = ''
  let inText = false
  let phonetic = false
  await walkXml(bytes, name, {
    open: ({ name: tag }) => {
      if (tag === 'si') current = ''
      else if (tag === 'rPh') phonetic = true
      else if (tag === 't') inText = true
    },
    text: (text) => {
      if (inText && !phonetic) current += text
    },
    close: (tag) => {
      if (tag === 't') inText = false
      else if (tag === 'rPh') phonetic = false
      else if (tag === 'si') {
        characters += current.length + leastShared
        if (characters > mostSharedText) {
          throw new AppError('archiveTooLarge', { megabytes: mostSharedText / 1_000_000 })
        }
        strings.push(readEscapes(current))
      }
    },
  })
  return strings
}
