import type { TableName } from '@/lib/warehouse/tables'
import type { ColumnProfile } from './column-profile'
import { contactFields, type Field, tableFields } from './fields'
import { confirmsField, isNoKey, judgeFit } from './fits'
import { confidences, type Guesses, isRejectColumn } from './guesses'
import { type HeaderForm, headerForms } from './header-forms'
import { contactPrefixes, generalWords, headerPrefixes } from './synonyms'

type Candidate = { field: Field; order: number; column: number; rank: number; cost: number; fits: number }

/** How much less a guess is worth for each further place in the list of a field's headers, and for how many. */
const [rankLoss, mostRanks] = [0.01, 10]
const costLoss = 0.05
/** What values add that are of the very type that the field needs. */
const confirmed = 0.03

const isContact = (field: string) => contactFields.some((contact) => contact === field)

const ranks = new Map<Field, Map<string, number>>(
  Object.values(tableFields).flatMap((fields) =>
    fields.map((field) => [field, new Map(field.synonyms.map((text, rank) => [text, rank]))] as const),
  ),
)

/** The best way in which a header names a field; null when it does not. */
function findForm(
  field: Field,
  forms: readonly HeaderForm[],
  general: readonly string[],
): { cost: number; rank: number } | null {
  for (const { text, cost } of forms) {
    const rank = ranks.get(field)?.get(text)
    if (rank !== undefined && !general.includes(text)) return { cost, rank }
  }
  return null
}

function listCandidates(
  table: TableName,
  headers: readonly string[],
  profiles: readonly ColumnProfile[],
  gathered: boolean,
): Candidate[] {
  const forms = headers.map((header) => headerForms(header, headerPrefixes[table]))
  const contactForms = headers.map((header) => headerForms(header, contactPrefixes))
  const isList = table === 'customers' && !gathered
  return tableFields[table].flatMap((field, order): Candidate[] => {
    const general = gathered ? (generalWords[table]?.[field.field] ?? []) : []
    return headers.flatMap((header, column): Candidate[] => {
      const profile = profiles[column]
      if (!profile || isRejectColumn(header)) return []
      const ways = (isContact(field.field) ? contactForms : forms)[column] ?? []
      const best = findForm(field, ways, general)
      const fits = best && !isNoKey(field, profile, isList) ? judgeFit(field, profile) : 0
      return best && fits > 0 ? [{ field, order, column, fits, ...best }] : []
    })
  })
}

function judge({ cost, rank, fits }: Candidate, isConfirmed: boolean): number {
  const byHeader =
    cost === 0
      ? confidences.header - rankLoss * Math.min(rank, mostRanks)
      : confidences.formOfHeader - costLoss * (cost - 1)
  return Math.round((byHeader + (isConfirmed ? confirmed : 0)) * fits * 1000) / 1000
}

/**
 * The columns of a table whose headers name its fields and whose values do not say otherwise. In a `gathered` table,
 * one of several in the file, words that may as well be about the file's own table are not believed.
 */
export function matchHeaders(
  table: TableName,
  headers: readonly string[],
  profiles: readonly ColumnProfile[],
  gathered: boolean,
): Guesses {
  const candidates = listCandidates(table, headers, profiles, gathered)
  // A header that means one thing more than another goes where it ranks best.
  candidates.sort((a, b) => a.cost - b.cost || a.rank - b.rank || a.order - b.order || a.column - b.column)
  const guesses: Guesses = {}
  const used = new Set<number>()
  for (const candidate of candidates) {
    const { field, column } = candidate
    const profile = profiles[column]
    if (guesses[field.field] || used.has(column) || !profile) continue
    const isConfirmed = confirmsField(field, profile)
    const confidence = judge(candidate, isConfirmed)
    guesses[field.field] = { column, confidence, reasons: isConfirmed ? ['header', 'values'] : ['header'] }
    used.add(column)
  }
  return guesses
}
