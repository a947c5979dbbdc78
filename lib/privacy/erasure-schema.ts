import { z } from 'zod'

export const eraseCustomerSchema = z.object({ customerId: z.string().min(1) })
export const liftErasureSchema = z.object({ erasureId: z.string() })

/** An export that held a person. */
export const pastExportSchema = z.object({
  id: z.string(),
  at: z.string(),
  /** what was exported, as its reader saw it called */
  name: z.string(),
  format: z.string(),
})
export type PastExport = z.infer<typeof pastExportSchema>

/** What an erasure took out. */
export const erasureResultSchema = z.object({
  /** rows by table, over all imports: superseded and undone ones too */
  rows: z.record(z.string(), z.number()),
  /** segmentations, recommenders and uploaded files that held the person */
  segmentations: z.number(),
  recommenders: z.number(),
  originals: z.number(),
  exports: z.array(pastExportSchema),
  /** exports of before receipts were kept: whom they held is not known */
  exportsUnknown: z.number(),
  /** files under the data folder that are still to be deleted */
  leftovers: z.array(z.string()),
})
export type ErasureResult = z.infer<typeof erasureResultSchema>

/** What an erasure would take out. */
export type ErasurePreview = {
  customerId: string
  /** what else the person is called: other customer ids with the same e-mail address, and contacts */
  alsoCalled: string[]
  rows: Record<string, number>
  exports: PastExport[]
  exportsUnknown: number
}

export type ErasureView = {
  id: string
  jobId: string
  state: 'queued' | 'running' | 'completed' | 'failed' | 'cancelled'
  createdAt: string
  createdBy: string | null
  liftedAt: string | null
  liftedBy: string | null
  result: ErasureResult | null
}
