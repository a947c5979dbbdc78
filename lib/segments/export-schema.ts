import { z } from 'zod'
import { confirmedSchema, type LeftOut, type Purpose, purposeSchema } from '@/lib/privacy/export-schema'

/** For people; for any other program; and as two advertising platforms match people, by hashes. */
export const exportFormats = ['spreadsheet', 'platform', 'meta', 'google'] as const
export type ExportFormat = (typeof exportFormats)[number]
export const hashedFormats: readonly ExportFormat[] = ['meta', 'google']

export const exportColumns = [
  'customer_id',
  'email',
  'phone',
  'first_name',
  'last_name',
  'city',
  'country',
  'consent',
  'segment',
  'purchases',
  'revenue',
  'last_purchase',
] as const
export type ExportColumn = (typeof exportColumns)[number]

/** Columns that name a person: a pseudonymised list has none of them but the id, which it replaces. */
export const directColumns: readonly ExportColumn[] = ['email', 'phone', 'first_name', 'last_name']
/** Columns that may tell people apart for someone who knows something of them. */
export const describingColumns: readonly ExportColumn[] = exportColumns.filter(
  (column) => column !== 'customer_id' && column !== 'consent' && !directColumns.includes(column),
)

type Shape = { format: ExportFormat; pseudonymised: boolean }

/** Columns that a list of this kind can have. */
export function choosableColumns({ format, pseudonymised }: Shape): readonly ExportColumn[] {
  if (format === 'meta') return ['email', 'phone', 'first_name', 'last_name', 'city', 'country']
  if (format === 'google') return ['email', 'phone']
  return exportColumns.filter((column) => !pseudonymised || !directColumns.includes(column))
}

const shape = {
  format: z.enum(exportFormats),
  columns: z.array(z.enum(exportColumns)).min(1).max(exportColumns.length),
  /** without effect where the data says of nobody who consented */
  onlyConsented: z.boolean().default(true),
  pseudonymised: z.boolean().default(false),
}
type Options = Shape & { columns: readonly ExportColumn[] }

/** Hashed lists hold nobody without a hashed e-mail or phone, and are no place for pseudonyms. */
export function isPossible({ columns, ...options }: Options): boolean {
  const { format, pseudonymised } = options
  const choosable = choosableColumns(options)
  const isHashed = hashedFormats.includes(format)
  return (
    new Set(columns).size === columns.length &&
    columns.every((column) => choosable.includes(column)) &&
    !(isHashed && (pseudonymised || !columns.some((column) => column === 'email' || column === 'phone')))
  )
}
const impossible = { path: ['columns'] }

export const exportOptionsSchema = z.object(shape).refine(isPossible, impossible)
export type ExportOptions = z.output<typeof exportOptionsSchema>

const stringBoolean = z.enum(['true', 'false']).transform((text) => text === 'true')
/** The same from an address. */
export const exportQuerySchema = z
  .object({
    columns: z.string().transform((text) => text.split(',')),
    format: z.string(),
    onlyConsented: stringBoolean.optional(),
    pseudonymised: stringBoolean.optional(),
  })
  .pipe(exportOptionsSchema)

const target = {
  segmentId: z.string(),
  /** the segment's name as the reader sees it: written to the file and to the log */
  segmentName: z.string().trim().min(1).max(120),
}
/** An export as it is kept. */
export const preparedExportSchema = z.object({ ...target, ...shape, purpose: z.string() }).refine(isPossible)
export type PreparedExport = z.output<typeof preparedExportSchema>

export const exportRequestSchema = z
  .object({
    ...target,
    ...shape,
    purpose: purposeSchema,
    /** the warnings that the reader has read and waved aside */
    confirmed: confirmedSchema,
  })
  .refine(isPossible, impossible)
export type ExportRequest = z.input<typeof exportRequestSchema>

export type ExportRecord = {
  id: string
  createdAt: string
  createdBy: string | null
  /** what was exported, as the reader saw it called, and the page that shows it */
  segmentName: string
  /** where it is; null once it is deleted */
  href: string | null
  /** of the segmentation or recommender it belongs to */
  sourceName: string | null
  format: string
  columns: string[]
  pseudonymised: boolean
  /** null for lists without people, and those of before it was asked for */
  purpose: Purpose | null
  rows: number | null
  /** null where it is not known, or nobody is in the list */
  leftOut: LeftOut | null
  outcome: 'started' | 'completed' | 'interrupted'
}
