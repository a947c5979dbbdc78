import { z } from 'zod'
import { confirmedSchema, purposeSchema } from '@/lib/privacy/export-schema'

/**
 * What of a recommender can be exported: every customer's list (a line a product, or a line a customer), what each segment is
 * shown most, what goes with each product, or whom one product is recommended to.
 */
export const recommenderExports = ['long', 'wide', 'segments', 'products', 'audience'] as const
export type RecommenderExport = (typeof recommenderExports)[number]

/** Lists that say something of single people: they ask for a purpose and respect consent. */
export const peopleExports: readonly RecommenderExport[] = ['long', 'wide', 'audience']

const choice = {
  what: z.enum(recommenderExports),
  /** of an audience */
  productId: z.string().max(400).nullable().default(null),
  /** without effect where the data says of nobody who consented */
  onlyConsented: z.boolean().default(true),
}
type Choice = { what: RecommenderExport; productId: string | null }
const namesProduct = ({ what, productId }: Choice) => (what === 'audience') === (productId !== null)

const choiceSchema = z.object(choice).refine(namesProduct)
export type RecommenderExportChoice = z.output<typeof choiceSchema>

/** The same from an address. */
export const recommenderExportQuerySchema = z
  .object({
    what: z.string(),
    productId: z.string().nullable().optional(),
    onlyConsented: z
      .enum(['true', 'false'])
      .transform((text) => text === 'true')
      .optional(),
  })
  .pipe(choiceSchema)

export const recommenderExportSchema = z
  .object({
    ...choice,
    recommenderId: z.string(),
    /** what the reader sees it called: the name of the file and of the record */
    name: z.string().trim().min(1).max(120),
    pseudonymised: z.boolean().default(false),
    /** null for lists without people */
    purpose: purposeSchema.nullable().default(null),
    /** the warnings that the reader has read and waved aside */
    confirmed: confirmedSchema,
  })
  .refine(namesProduct)
  .refine(({ what, purpose }) => !peopleExports.includes(what) || purpose !== null, { path: ['purpose'] })
export type RecommenderExportRequest = z.input<typeof recommenderExportSchema>
