import { z } from 'zod'
import type { Anonymity } from './k-anonymity'

export const purposeKinds = ['newsletter', 'advertising', 'analysis', 'service', 'other'] as const
export type PurposeKind = (typeof purposeKinds)[number]

/** What needs no consent to marketing, as long as the list stays in the house. */
const internal: readonly PurposeKind[] = ['analysis', 'service']
const separator = ': '

/** What an export is for; with what else is said of it at most 200 characters as it is kept. */
export const purposeSchema = z
  .object({ kind: z.enum(purposeKinds), note: z.string().trim().max(180).default('') })
  .refine(({ kind, note }) => kind !== 'other' || note !== '', { path: ['note'] })
export type Purpose = z.output<typeof purposeSchema>

/** A purpose as one text, to keep. */
export function writePurpose({ kind, note }: Purpose): string {
  return note === '' ? kind : kind + separator + note
}

/** A kept purpose; null for exports of before there were any. */
export function readPurpose(text: string | null): Purpose | null {
  const kind = purposeKinds.find((one) => text === one || text?.startsWith(one + separator))
  return text && kind ? { kind, note: text.slice(kind.length + separator.length) } : null
}

/** People who would have been in an export but for the reason named; each is counted once, in this order. */
export const leftOutSchema = z.object({ withoutConsent: z.number(), withoutIdentifier: z.number() })
export type LeftOut = z.infer<typeof leftOutSchema>

/** Whom an export would hold: people = exported + left out. */
export type ExportCounts = {
  people: number
  exported: number
  /** of all `people`; null where the data says of no customer who consented */
  consented: number | null
  leftOut: LeftOut
  /** of the exported, over the chosen columns; null where none of them describes people, or nobody is exported */
  anonymity: Anonymity | null
  /** the workspace's threshold: groups of fewer are small */
  smallGroup: number
}

export const exportWarnings = ['withoutConsent', 'smallGroup', 'fewForPlatform'] as const
export type ExportWarning = (typeof exportWarnings)[number]
export const confirmedSchema = z.array(z.enum(exportWarnings)).max(exportWarnings.length).default([])

/** Advertising platforms refuse shorter lists, or cannot hide a single person in them (Meta, Google). */
const fewestForPlatform = 100

export type WarnedExport = {
  counts: Pick<ExportCounts, 'people' | 'exported' | 'consented' | 'smallGroup'>
  onlyConsented: boolean
  purpose: Pick<Purpose, 'kind'>
  /** that the file goes into a program of others */
  forPlatform: boolean
  /** that the program is an advertising platform whatever the purpose */
  forAdvertising: boolean
}

/** What whoever exports must have read and confirmed. */
export function findWarnings({
  counts,
  onlyConsented,
  purpose,
  forPlatform,
  forAdvertising,
}: WarnedExport): ExportWarning[] {
  const { people, exported, consented, smallGroup } = counts
  if (exported === 0) return []
  const stays = internal.includes(purpose.kind) && !forPlatform
  const isAdvertising = forAdvertising || purpose.kind === 'advertising'
  const holds: Record<ExportWarning, boolean> = {
    withoutConsent: consented !== null && !onlyConsented && consented < people && !stays,
    smallGroup: exported < smallGroup,
    fewForPlatform: isAdvertising && exported < fewestForPlatform,
  }
  return exportWarnings.filter((warning) => holds[warning])
}
