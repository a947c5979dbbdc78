export type GuessReason = 'header' | 'vendor' | 'values' | 'remembered' | 'only'
export type Guess = { column: number; confidence: number; reasons: GuessReason[] }
/** By field, for one table. */
export type Guesses = Record<string, Guess>

/** How sure each way to guess is, from 0 to 1. */
export const confidences = {
  vendor: 0.98,
  remembered: 0.99,
  header: 0.95,
  formOfHeader: 0.8,
  total: 0.7,
  values: 0.55,
  /** a file without a header that tells anything */
  valuesAlone: 0.3,
}

export const columnsOf = (guesses: Guesses): Record<string, number> =>
  Object.fromEntries(Object.entries(guesses).map(([field, { column }]) => [field, column]))

/** Whether a column is one that the product itself adds to the rows it rejects. */
export const isRejectColumn = (header: string): boolean => header.startsWith('rejected_')

/** Whether a file is one of rejected rows that the product wrote: its cells are guarded (see guardCell). */
export const isRejectFile = (headers: readonly string[]): boolean => headers.some(isRejectColumn)
