import { z } from 'zod'
import { isDecidable } from '@/lib/csv/personal-columns'

/** By table and column key (see attributeKey): whether somebody said that it is personal. What nobody decided is absent. */
export const personalChoicesSchema = z.record(z.string(), z.record(z.string(), z.boolean()))

/** The choices on the columns of customers, the one table with columns of the brand's own. */
export const customerChoicesSchema = z.record(z.string().max(1000).refine(isDecidable), z.boolean())
export type CustomerChoices = z.infer<typeof customerChoicesSchema>

export const choosePersonalSchema = z.object({ choices: customerChoicesSchema })
export type ChoosePersonal = z.infer<typeof choosePersonalSchema>
