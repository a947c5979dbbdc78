import { z } from 'zod'
import { type TableName, tableNames } from '@/lib/warehouse/tables'

export const dateOrders = ['ymd', 'dmy', 'mdy'] as const
export const decimalMarks = ['.', ','] as const

/** How one file's columns become a table's: field name → position of the file's column, from 0. */
export const mappingSchema = z.object({
  table: z.enum(tableNames as [TableName, ...TableName[]]),
  columns: z.record(z.string(), z.number().int().min(0)),
  dateOrder: z.enum(dateOrders),
  decimalMark: z.enum(decimalMarks),
  /** Customers only: columns kept as attributes under their own header; all that feed no field when absent. */
  attributes: z.array(z.number().int().min(0)).optional(),
})
export type Mapping = z.infer<typeof mappingSchema>

export const startImportSchema = z.object({ uploadId: z.string(), mapping: mappingSchema })
export type StartImport = z.infer<typeof startImportSchema>

/** What is known of an uploaded file before it is imported. */
export type Inspection = {
  uploadId: string
  fileName: string
  bytes: number
  delimiter: ',' | ';' | '\t' | '|'
  headers: string[]
  /** The first records after the header, as they stand; at most 50. */
  sample: string[][]
  guess: Mapping
  /** The same file's last completed import in this workspace, when there is one. */
  importedBefore: { importId: string; at: string } | null
}

export const rejectReasons = [
  'columnCount',
  'missing',
  'date',
  'number',
  'rating',
  'consent',
  'encoding',
] as const
export type RejectReason = (typeof rejectReasons)[number]

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
  /** Accepted rows that repeat a key of the same file: the last one counts. */
  repeatedKeys: z.number(),
  /** Order lines only; money in the workspace's currency, as exact decimal text. */
  orders: z
    .object({
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
    .nullable(),
})
export type ImportReport = z.infer<typeof reportSchema>

export const importIdSchema = z.object({ importId: z.string() })

export type JobState = 'queued' | 'running' | 'completed' | 'failed' | 'cancelled'

export type ImportSummary = {
  id: string
  jobId: string
  table: TableName
  fileName: string
  bytes: number
  state: JobState
  error: { code: string; params: Record<string, string | number> } | null
  rowsRead: number | null
  rowsAccepted: number | null
  rowsRejected: number | null
  createdAt: string
  createdBy: string | null
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
