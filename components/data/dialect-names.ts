import type { Delimiter, Quote } from '@/lib/csv/dialect'

/** Message keys of what separates columns. */
export const delimiterNames = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'pipe',
} as const satisfies Record<Delimiter, string>

/** Message keys of what encloses texts. */
export const quoteNames = { '"': 'double', "'": 'single', '': 'none' } as const satisfies Record<
  Quote,
  string
>
