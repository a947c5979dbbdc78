import 'server-only'
import { buildGrids } from '@/lib/rfm/rfm-grid'
import type { Member } from '@/lib/server/access'
import { listBatches } from '@/lib/server/batches'
import { getDatabase } from '@/lib/server/database'
import { readEnv } from '@/lib/server/env'
import { getWarehouse } from '@/lib/server/warehouse'
import { AppError } from '@/lib/shared/errors'
import { createMemory } from '@/lib/shared/remember'
import { readRfm } from './queries-rfm'
import type { RfmGrids } from './rfm-grid-schema'
import { rfmSettingsSchema } from './settings-schema'

/** By the files of the dataset, which never change, and the day. */
const rememberGrids = createMemory<RfmGrids>(50)

/** The brand's customers by recency, frequency and monetary scores as of a day; throws AppError invalidInput or noPurchases. */
export async function getRfmGrids(member: Member, asOf: string): Promise<RfmGrids> {
  if (!rfmSettingsSchema.shape.asOf.safeParse(asOf).success) throw new AppError('invalidInput')
  const batches = await listBatches(await getDatabase(), member.workspaceId)
  const warehouse = await getWarehouse()
  return rememberGrids([asOf, ...batches.map(({ file }) => file)].join(), async () => {
    const { columns, withoutPurchase } = await readRfm(warehouse, readEnv().dataDir, batches, asOf)
    const customers = columns.recency.length
    if (customers === 0) throw new AppError('noPurchases')
    const revenue = columns.monetary.reduce((sum, value) => sum + value, 0)
    return { customers, revenue, withoutPurchase, grids: buildGrids(columns) }
  })
}
