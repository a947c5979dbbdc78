import type { Suggestion } from '@/lib/segments/schema'

export const heldTables = ['orders', 'reviews', 'interactions', 'campaigns', 'links'] as const
export type HeldTable = (typeof heldTables)[number]

/** Where a record came from. counts: it is in the data (or in an older version of it). */
export type HeldSource = {
  importId: string
  fileName: string
  at: string
  state: 'counts' | 'undone' | 'unconfirmed'
}

/** A value that a customer file said of the person. */
export type HeldValue = {
  /** a column of the customers table, or the header of an attribute */
  field: string
  attribute: boolean
  value: string
  source: HeldSource
  /** false: a newer file says otherwise, or its import does not count */
  current: boolean
}

/** A stored record as text, with where it came from. */
export type HeldRecord = { values: Record<string, string>; source: HeldSource }

export type HeldMembership = {
  segmentationId: string
  run: string
  asOf: string
  position: number
  /** what the segment is called: the user's own name, or the suggestion */
  segment: { name: string | null; suggestion: Suggestion } | null
  /** what was computed of the person */
  values: Record<string, string>
}

export type HeldRecommendations = {
  recommenderId: string
  name: string
  asOf: string
  items: { rank: number; productId: string; strategy: string }[]
}

export type HeldExport = { id: string; at: string; name: string; format: string; purpose: string | null }

/** Everything held on a person, but for the records of the other tables: those come table by table. */
export type HeldPerson = {
  customerId: string
  alsoCalled: string[]
  values: HeldValue[]
  /** stored records by table, older versions and undone imports too */
  counts: Partial<Record<HeldTable, number>>
  memberships: HeldMembership[]
  recommendations: HeldRecommendations[]
  exports: HeldExport[]
  /** exports of before receipts were kept: whom they held is not known */
  exportsUnknown: number
}
