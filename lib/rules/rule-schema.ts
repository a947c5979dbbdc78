import { z } from 'zod'
import { unstorable } from '@/lib/shared/storable'
import { deepestGroup, longestText, mostConditions, mostValues } from './limits'
import { featureOperators, fieldOperators, type Rule } from './rule'
import { countConditions } from './walk'

const textSchema = z
  .string()
  .max(longestText)
  .refine((text) => !unstorable.test(text))
const nameSchema = textSchema.min(1)

const takesNothing = (operator: string) => operator === 'missing' || operator === 'present'

const featureSchema = z
  .object({
    type: z.literal('feature'),
    feature: nameSchema,
    operator: z.enum(featureOperators),
    value: z.number().nullable(),
    upper: z.number().nullable(),
  })
  .refine(({ operator, value }) => takesNothing(operator) === (value === null))
  .refine(({ operator, upper }) => (operator === 'between') === (upper !== null))

const fieldSchema = z
  .object({
    type: z.literal('field'),
    field: nameSchema,
    operator: z.enum(fieldOperators),
    values: z.array(textSchema).max(mostValues),
  })
  .refine(({ operator, values }) => takesNothing(operator) === (values.length === 0))

const segmentSchema = z.object({ type: z.literal('segment'), segmentId: nameSchema, member: z.boolean() })

const conditionSchema = z.union([featureSchema, fieldSchema, segmentSchema])

function ruleOfDepth(depth: number): z.ZodType<Rule> {
  if (depth === 0) return conditionSchema
  const group = z.object({
    type: z.literal('group'),
    operator: z.enum(['and', 'or']),
    not: z.boolean(),
    rules: z.array(z.lazy(() => ruleOfDepth(depth - 1))).max(mostConditions),
  })
  return z.union([group, conditionSchema])
}

/** A finished rule: every condition has what it compares with; at most six levels of groups and fifty conditions. */
export const ruleSchema = ruleOfDepth(deepestGroup).refine((rule) => countConditions(rule) <= mostConditions)
