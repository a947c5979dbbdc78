import {
  type ExportWarning,
  type Purpose,
  type PurposeKind,
  purposeSchema,
} from '@/lib/privacy/export-schema'

/** What is decided in a dialog about a list of people. */
export type PeopleChoice = {
  kind: PurposeKind | ''
  note: string
  onlyConsented: boolean
  pseudonymised: boolean
  /** the warnings that were on the page when the reader confirmed them */
  confirmed: readonly ExportWarning[]
}

export const firstChoice: PeopleChoice = {
  kind: '',
  note: '',
  onlyConsented: true,
  pseudonymised: false,
  confirmed: [],
}

/** The chosen purpose; null until it is complete. */
export function chosenPurpose({ kind, note }: PeopleChoice): Purpose | null {
  return purposeSchema.safeParse({ kind, note }).data ?? null
}
