import 'server-only'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { BatchFile } from '@/lib/warehouse/dataset'
import type { Insights } from './insights-schema'
import type { RfmResult } from './rfm-result-schema'
import type { RuleResult } from './rule-result-schema'
import type { Profile, SegmentationResult, Suggestion } from './schema'

/** What a segmentation is computed from; what it leaves on `connection` is read by the steps after it. */
export type ComputeInput<Settings> = {
  connection: DuckDBConnection
  workspaceId: string
  dataDir: string
  batches: BatchFile[]
  settings: Settings
  report: (phase: string, done: number, total: number | null) => void
}

export type NewSegment = {
  size: number
  revenue: number
  suggestion: Suggestion
  profile: Profile
  name?: string | null
  color?: number | null
}

/**
 * Leaves two temporary tables on the connection: `features` (customer_id, purchases, net_revenue, last_purchase, f_<…>) and
 * `memberships` (customer_id, segment, distance, second, second_distance, x, y; all but the first two may be NULL).
 */
export type Computed = {
  /** the ids of the features in `features` */
  features: string[]
  result: SegmentationResult | RfmResult | RuleResult
  segments: NewSegment[]
  /** silhouette per segment where there are centres */
  silhouettes: (number | null)[] | null
}

export type Compute<Settings> = (input: ComputeInput<Settings>) => Promise<Computed>

export type DescribeInput = Omit<ComputeInput<{ asOf: string }>, 'settings' | 'workspaceId'> & {
  asOf: string
  computed: Computed
}
/** What is told of segments beyond their profiles, from the tables that a compute step left. */
export type Describe = (input: DescribeInput) => Promise<Insights>
