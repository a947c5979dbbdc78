import { z } from 'zod'
import type { ColumnProfile } from '@/lib/csv/column-profile'
import { dateStyles } from '@/lib/csv/dates'
import { type Dialect, delimiters, quotes } from '@/lib/csv/dialect'
import { type Encoding, encodings } from '@/lib/csv/encoding'
import type { MappingEvidence } from '@/lib/csv/guess-mapping'
import { importModes, type Mapping } from '@/lib/csv/mapping'
import { decimalMarks } from '@/lib/csv/numbers'
import { type CustomerChoices, customerChoicesSchema } from '@/lib/privacy/personal-columns-schema'
import { type TableName, tableNames } from '@/lib/warehouse/tables'
import type { SkippedGroup } from './unpack/skipped'

const tableSchema = z.enum(tableNames as [TableName, ...TableName[]])
const columnSchema = z.number().int().min(0)

export const mappingSchema = z.object({
  tables: z
    .array(
      z.object({
        table: tableSchema,
        mode: z.enum(importModes),
        columns: z.record(z.string(), columnSchema),
        attributes: z.array(columnSchema).optional(),
        numbered: z.literal(true).optional(),
      }),
    )
    .min(1),
  formats: z.record(
    z.string().regex(/^[0-9]{1,4}$/),
    z.object({ dates: z.enum(dateStyles).optional(), decimalMark: z.enum(decimalMarks).optional() }),
  ),
}) satisfies z.ZodType<Mapping>

export const startImportSchema = z.object({
  uploadId: z.string(),
  mapping: mappingSchema,
  /** of the customers it brings: columns that are said to be personal or not */
  personal: customerChoicesSchema.optional(),
})
export type StartImport = z.infer<typeof startImportSchema>

/** What the user said of how a file is to be read; what is absent is recognised. */
export const readOptionsSchema = z.object({
  encoding: z.enum(encodings).optional(),
  delimiter: z.enum(delimiters).optional(),
  quote: z.enum(quotes).optional(),
  /** Physical line of the header, from 1; null: the file has none. */
  headerLine: z.number().int().min(1).nullable().optional(),
})
export type ReadOptions = z.infer<typeof readOptionsSchema>
export const reinspectSchema = z.object({ uploadId: z.string(), options: readOptionsSchema })

export const rejectReasons = [
  ...(['columnCount', 'quote', 'tooLong', 'encoding', 'total'] as const),
  ...(['missing', 'date', 'number', 'rating', 'consent', 'items', 'erased'] as const),
] as const
export type RejectReason = (typeof rejectReasons)[number]

/** What is known of an uploaded file before it is imported, from all of its rows. Stored by the inspection job. */
export type InspectionResult = {
  encoding: {
    name: Encoding
    /** bom: the file says so. ascii: nothing else in it. utf8: every byte agrees. bytes: the likeliest. chosen: by the user. */
    evidence: 'bom' | 'ascii' | 'utf8' | 'bytes' | 'chosen'
    /** 0 to 1 */
    confidence: number
    /** the others that the file can be read in, likeliest first */
    alternatives: Encoding[]
  }
  dialect: Dialect
  /** lines before the header that are no data; at most 20 of them, as they stand */
  preamble: string[]
  /** records after the header, rejected ones too */
  records: number
  /** records that cannot be split into the header's columns, by reason, with the first of each */
  rejected: { reason: RejectReason; rows: number; firstLine: number; firstText: string }[]
  headers: string[]
  /** the first records as they stand; at most 50 */
  sample: string[][]
  columns: ColumnProfile[]
  guess: Mapping
  evidence: MappingEvidence
}

/** What the inspection job stores with an upload: what was found where it is one table, and what of it is not read. */
export type StoredInspection = Partial<InspectionResult> & { skipped?: SkippedGroup[] }

export type JobState = 'queued' | 'running' | 'completed' | 'failed' | 'cancelled'
export type PublicFailure = { code: string; params: Record<string, string | number> }

/** An uploaded file; an archive or workbook of several tables has `parts` instead of a result. */
export type Inspection = {
  uploadId: string
  fileName: string
  bytes: number
  sha256: string
  jobId: string
  state: JobState
  error: PublicFailure | null
  options: ReadOptions
  result: InspectionResult | null
  parts: { uploadId: string; fileName: string; bytes: number; state: JobState; imported: boolean }[]
  /** files of an archive and sheets of a workbook that are not read */
  skipped: SkippedGroup[]
  /** the archive or workbook that the file came out of */
  parent: { uploadId: string; fileName: string } | null
  /** what was decided of the customers' columns so far */
  personal: CustomerChoices
  /** the last completed import of a file of the same content */
  importedBefore: { importId: string; at: string } | null
}

const ordersReportSchema = z.object({
  firstDate: z.string(),
  lastDate: z.string(),
  /** lines with a customer, quantity > 0 and price > 0 */
  purchaseLines: z.number(),
  customers: z.number(),
  purchases: z.number(),
  sales: z.string(),
  /** lines with a customer and quantity < 0; their amount as a positive number */
  returnLines: z.number(),
  returns: z.string(),
  linesWithoutCustomer: z.number(),
  salesWithoutCustomer: z.string(),
})

export const reportSchema = z.object({
  rejected: z.array(
    z.object({
      reason: z.enum(rejectReasons),
      /** the product's field, null for the whole row */
      field: z.string().nullable(),
      /** the file's own header */
      column: z.string().nullable(),
      rows: z.number(),
      firstLine: z.number(),
      firstValue: z.string(),
    }),
  ),
  /** Headers of the file that were not imported. */
  unusedColumns: z.array(z.string()),
  /**
   * What the import changes, table by table; the first is the file's own, whose rows are the file's records: rows read
   * = created + updated + unchanged + rejected. The others count records of their own (customers named in orders).
   */
  tables: z.array(
    z.object({
      table: tableSchema,
      mode: z.enum(importModes),
      created: z.number(),
      updated: z.number(),
      unchanged: z.number(),
      /** gathered tables only: values that cannot be read and are left blank */
      unreadable: z.number().default(0),
      /** replace only: records that were there and are not in the file */
      removed: z.number(),
    }),
  ),
  /** Rows that named their customer by e-mail or phone, not by an id; and how many of them found an id that way. */
  identity: z.object({ byContact: z.number(), joined: z.number() }),
  /** Order lines only; money in the workspace's currency, as exact decimal text. */
  orders: ordersReportSchema.nullable(),
})
export type ImportReport = z.infer<typeof reportSchema>

export const importIdSchema = z.object({ importId: z.string() })

/** checked: read and judged, but not in the data until confirmed. */
export const importStages = ['checked', 'imported', 'undone', 'discarded'] as const
export type ImportStage = (typeof importStages)[number]

export type ImportSummary = {
  id: string
  jobId: string
  stage: ImportStage
  table: TableName
  tables: TableName[]
  fileName: string
  bytes: number
  sha256: string
  /** the job's */
  state: JobState
  error: PublicFailure | null
  rowsRead: number | null
  rowsCreated: number | null
  rowsUpdated: number | null
  rowsUnchanged: number | null
  rowsRejected: number | null
  createdAt: string
  createdBy: string | null
  importedAt: string | null
  undoneAt: string | null
  undoneBy: string | null
}
export type ImportDetail = ImportSummary & { uploadId: string; mapping: Mapping; report: ImportReport | null }

/** The brand at a glance; money in the workspace's currency. */
export type DataOverview = {
  tables: { table: TableName; rows: number; imports: number }[]
  orders: {
    firstDate: string
    lastDate: string
    /** customers with at least one purchase */
    customers: number
    purchases: number
    sales: number
    returns: number
    netRevenue: number
    /** sales ÷ purchases */
    averageOrder: number
    /** net revenue of lines that name a customer ÷ net revenue */
    identifiedShare: number
    months: { month: string; netRevenue: number; customers: number; purchases: number }[]
  } | null
}
