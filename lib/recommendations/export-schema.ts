import { z } from 'zod'

/**
 * What of a recommender can be exported: every customer's list (a line a product, or a line a customer), what each segment is
 * shown most, what goes with each product, or whom one product is recommended to.
 */
export const recommenderExports = ['long', 'wide', 'segments', 'products', 'audience'] as const
export type RecommenderExport = (typeof recommenderExports)[number]

export const recommenderExportSchema = z
  .object({
    recommenderId: z.string(),
    what: z.enum(recommenderExports),
    /** of an audience */
    productId: z.string().max(400).nullable().default(null),
    /** what the reader sees it called: the name of the file and of the record */
    name: z.string().trim().min(1).max(120),
  })
  .refine(({ what, productId }) => (what === 'audience') === (productId !== null))
export type RecommenderExportRequest = z.input<typeof recommenderExportSchema>
