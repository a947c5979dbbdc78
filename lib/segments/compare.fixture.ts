import { warehousePath } from '@/lib/warehouse/paths'
import { publishParquet } from '@/lib/warehouse/publish'
import { quoteText } from '@/lib/warehouse/sql'
import type { TestBrand } from './segments.fixture'
import type { RfmSettings } from './settings-schema'

/** customer, position of the segment, net revenue */
export type HandMade = readonly [customerId: string, segment: number, revenue: number]

export type HandMadeRun = {
  name: string
  asOf: string
  segments: readonly { key: string; name?: string; color?: number }[]
  members: readonly HandMade[]
}

/** A finished run with the memberships given, as its job would leave it; returns its id. */
export async function publishRun(test: TestBrand, run: HandMadeRun): Promise<string> {
  const { workspaceId, userId: createdBy } = test.analyst
  const file = `${crypto.randomUUID()}.parquet`
  const values = run.members.map(([id, segment, revenue]) => `(${quoteText(id)}, ${segment}, ${revenue})`)
  const connection = await test.warehouse.connect()
  await publishParquet(
    connection,
    `SELECT id::VARCHAR AS customer_id, segment::INTEGER AS segment, NULL::DOUBLE AS distance,
            NULL::INTEGER AS second, NULL::DOUBLE AS second_distance, NULL::DOUBLE AS x, NULL::DOUBLE AS y,
            1::INTEGER AS purchases, revenue::DOUBLE AS net_revenue, ${quoteText(run.asOf)}::DATE AS last_purchase
     FROM (VALUES ${values.join(', ')}) given(id, segment, revenue) ORDER BY segment, id`,
    warehousePath(test.dataDir, file),
  )
  connection.closeSync()
  const job = await test.database.job.create({
    data: { workspaceId, kind: 'segmentation', payload: {}, status: 'completed' },
  })
  const segments = run.segments.map(({ key, name = key }) => ({ key: null, name }))
  const map = { id: 'custom' as const, bins: 2, axes: 'rf' as const, scoring: 'quantiles' as const }
  const settings: RfmSettings = {
    kind: 'rfm',
    name: run.name,
    asOf: run.asOf,
    map: { ...map, segments, cells: [0, 0, 0, 0] },
  }
  const bounds = { recency: [1], frequency: [1], monetary: [] }
  const stored = await test.database.segmentation.create({
    data: {
      workspaceId,
      kind: 'rfm',
      name: run.name,
      settings,
      asOf: new Date(`${run.asOf}T00:00:00Z`),
      customers: run.members.length,
      revenue: run.members.reduce((sum, [, , revenue]) => sum + revenue, 0),
      result: { bounds, cells: [], withoutPurchase: 0, features: [] },
      file,
      jobId: job.id,
      createdBy,
    },
  })
  await test.database.segment.createMany({
    data: run.segments.map(({ key, name = null, color }, position) => {
      const members = run.members.filter(([, segment]) => segment === position)
      return {
        segmentationId: stored.id,
        position,
        color: color ?? null,
        name,
        suggestion: { name: key, trait: null, traits: [] },
        size: members.length,
        revenue: members.reduce((sum, [, , revenue]) => sum + revenue, 0),
        profile: { features: [], silhouette: null, centre: null },
      }
    }),
  })
  return stored.id
}
