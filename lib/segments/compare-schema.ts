import { z } from 'zod'
import type { Person, SegmentationSummary, SegmentView } from './schema'

const position = z.number().int().min(0).nullable()

/** From a segment of one run to a segment of another, by position; null = not in that run. */
const flowKeySchema = z
  .object({ from: position, to: position })
  .refine(({ from, to }) => from !== null || to !== null)
export type FlowKey = z.infer<typeof flowKeySchema>

export const saveFlowSchema = z.object({
  a: z.string(),
  b: z.string(),
  flow: flowKeySchema,
  name: z.string().trim().min(1).max(80),
})
export type SaveFlow = z.infer<typeof saveFlowSchema>

export type Flow = FlowKey & {
  customers: number
  /** their net revenue as each run counts it; 0 where they are not in it */
  revenueBefore: number
  revenueAfter: number
}

export type ComparedSegment = Pick<
  SegmentView,
  'id' | 'position' | 'color' | 'name' | 'suggestion' | 'size' | 'revenue'
>
export type ComparedRun = Pick<SegmentationSummary, 'id' | 'name' | 'kind' | 'asOf'> & {
  customers: number
  segments: ComparedSegment[]
}

export type MatchedPair = {
  a: number
  b: number
  /** customers in both segments, and their share of the customers in either (of those in both runs) */
  shared: number
  jaccard: number
}

export type Comparison = {
  a: ComparedRun
  b: ComparedRun
  /** b is of a later day, or of newer data: the flows are movement over time */
  overTime: boolean
  /** both runs put customers into the same segments by the same model, map or rule: pairs are equal by definition */
  sameSegments: boolean
  /** most customers first */
  flows: Flow[]
  /** customers in both runs, and in one alone */
  both: number
  onlyA: number
  onlyB: number
  /** Hubert & Arabie's, over the customers in both; null where one side has no two segments with customers */
  adjustedRand: number | null
  pairs: MatchedPair[]
}

/** A customer of a flow; revenue is null in a run they are not in. */
export type Mover = Pick<Person, 'customerId' | 'name' | 'email' | 'city'> & {
  before: number | null
  after: number | null
}
export type Movers = {
  a: ComparedRun
  b: ComparedRun
  overTime: boolean
  from: ComparedSegment | null
  to: ComparedSegment | null
  total: number
  rows: Mover[]
}
