import { z } from 'zod'

/**
 * What has a time of its own: tables by their dates, customers by their last sign of life, files by when they came,
 * results (segmentations, recommenders, feature snapshots) by when they were begun.
 */
export const retentionKinds = [
  ...(['customers', 'orders', 'reviews', 'interactions', 'campaigns'] as const),
  ...(['results', 'uploads', 'receipts'] as const),
] as const
export type RetentionKind = (typeof retentionKinds)[number]

const monthsSchema = z.number().int().min(1).max(600)

/** Months that each kind of record is kept; what is absent or null is kept for ever. */
export const retentionSchema = z.partialRecord(z.enum(retentionKinds), monthsSchema.nullable())
export type Retention = z.infer<typeof retentionSchema>

export const saveRetentionSchema = z.object({ retention: retentionSchema })

/** How many records (rows, files) would go now; kinds that are kept for ever are left out. */
export type RetentionPreview = Partial<Record<RetentionKind, number>>
