import type { Delimiter, Quote } from '@/lib/csv/dialect'
import type { Encoding } from '@/lib/csv/encoding'
import type { ReadOptions } from '@/lib/data/schema'

/** What the controls of "read it differently" hold; 'auto' is recognised. */
export type ReadChoices = {
  encoding: Encoding | 'auto'
  delimiter: Delimiter | 'auto'
  quote: Quote | 'auto'
  header: 'auto' | 'line' | 'none'
  /** as typed */
  line: string
}

export function toChoices(options: ReadOptions, headerLine: number | null): ReadChoices {
  const { encoding = 'auto', delimiter = 'auto', quote = 'auto' } = options
  const header = options.headerLine === undefined ? 'auto' : options.headerLine === null ? 'none' : 'line'
  return { encoding, delimiter, quote, header, line: String(options.headerLine ?? headerLine ?? 1) }
}

/** What is asked of the server; null when the line typed is none. */
export function toOptions({ encoding, delimiter, quote, header, line }: ReadChoices): ReadOptions | null {
  const typed = Number(line)
  if (header === 'line' && !(Number.isInteger(typed) && typed >= 1)) return null
  return {
    ...(encoding === 'auto' ? {} : { encoding }),
    ...(delimiter === 'auto' ? {} : { delimiter }),
    ...(quote === 'auto' ? {} : { quote }),
    ...(header === 'auto' ? {} : { headerLine: header === 'none' ? null : typed }),
  }
}
