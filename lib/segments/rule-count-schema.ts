import { z } from 'zod'
import { ruleSchema } from '@/lib/rules/rule-schema'

export const ruleCountRequestSchema = z.object({ snapshotId: z.string().min(1), rule: ruleSchema })
export type RuleCountRequest = z.infer<typeof ruleCountRequestSchema>

/** Customers with a purchase by a day, and what they brought after returns. */
export type Figures = { customers: number; revenue: number }

/** Those who meet a rule, beside all customers of the snapshot. */
export type RuleCount = Figures & { all: Figures }
