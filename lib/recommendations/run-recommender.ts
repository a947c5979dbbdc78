import 'server-only'
import type { JobContext } from '@/lib/jobs/definition'
import { removeUnnamed } from '@/lib/jobs/named-files'
import { findCompanions } from '@/lib/recommending/bought-together'
import { buildInteractions } from '@/lib/recommending/interactions'
import { createServer } from '@/lib/recommending/recommend'
import { listBatches } from '@/lib/server/batches'
import { getWarehouse } from '@/lib/server/warehouse'
import { AppError } from '@/lib/shared/errors'
import { warehousePath } from '@/lib/warehouse/paths'
import { nameStrategies } from './evaluate-strategies'
import { createScorers, type Groups } from './fit-strategies'
import { publishModel } from './model-file'
import { readBaskets, readGroups, readLevels } from './queries-groups'
import { readObservations } from './queries-interactions'
import { createTable } from './queries-write'
import { findGroups, readSettings, saveResult } from './repository'
import { chainOf, openShop } from './serve-customers'
import { summariseTraining } from './summarise-training'
import { trainRecommender } from './train-recommender'

const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000
const companionsKept = 10
const neighboursKept = 20

/** The recommender job: interactions, models, their evaluation, a list for every customer, what goes with every product. */
export async function runRecommender(context: JobContext<{ recommenderId: string }>): Promise<void> {
  const { workspaceId, payload, database, dataDir, progress, commit } = context
  progress({ phase: 'interactions', done: 0, total: null })
  const settings = await readSettings(database, workspaceId, payload.recommenderId)
  const batches = await listBatches(database, workspaceId)
  const warehouse = await getWarehouse()
  const connection = await warehouse.connect()
  const files = {
    listsFile: `${crypto.randomUUID()}.parquet`,
    productsFile: `${crypto.randomUUID()}.parquet`,
    modelFile: `${crypto.randomUUID()}.model`,
  }
  try {
    const observations = await readObservations(connection, dataDir, batches, settings.asOf)
    const { customerIds, products } = observations
    if (observations.customer.length === 0) throw new AppError('noInteractions')
    const segmentation = settings.segmentationId
      ? await findGroups(database, workspaceId, settings.segmentationId)
      : null
    const groups: Groups | null = segmentation && {
      of: await readGroups(connection, warehousePath(dataDir, segmentation.file), customerIds),
      count: segmentation.segmentIds.length,
    }
    const { suitability } = settings.rules
    const levels = suitability
      ? await readLevels(connection, dataDir, batches, suitability.attribute, customerIds)
      : null
    const trained = trainRecommender(
      observations,
      dayNumber(settings.asOf),
      settings,
      groups,
      (phase, done, total) => progress({ phase, done, total }),
    )
    const { models, blend, chosen } = trained
    const strategies = nameStrategies(createScorers(models), blend, products.length)
    const chain = chainOf(chosen, strategies)
    const serve = createServer(openShop(models, products, settings.rules, levels))
    const lists = await createTable(connection, 'lists', {
      customer_id: 'VARCHAR',
      rank: 'INTEGER',
      product_id: 'VARCHAR',
      score: 'DOUBLE',
      strategy: 'VARCHAR',
    })
    const shown = new Int32Array(products.length)
    const served = new Map<string, number>()
    customerIds.forEach((id, customer) => {
      if (customer % 500 === 0) progress({ phase: 'serving', done: customer, total: customerIds.length })
      serve(chain, customer, settings.length).forEach(({ item, score, strategy }, rank) => {
        lists.add([id, rank + 1, products[item]!.id, score, strategy])
        shown[item]!++
        served.set(strategy, (served.get(strategy) ?? 0) + 1)
      })
    })
    progress({ phase: 'writing', done: 0, total: null })
    await lists.publish(warehousePath(dataDir, files.listsFile))

    const baskets = await readBaskets(connection, dataDir, batches, settings.asOf)
    const companions = findCompanions(
      buildInteractions(baskets.count, products.length, {
        user: baskets.basket,
        item: baskets.product,
        weight: new Float64Array(baskets.basket.length).fill(1),
      }),
      { most: companionsKept },
    )
    const related = await createTable(connection, 'related', {
      product_id: 'VARCHAR',
      kind: 'VARCHAR',
      rank: 'INTEGER',
      other_id: 'VARCHAR',
      similarity: 'DOUBLE',
      baskets: 'INTEGER',
      support: 'DOUBLE',
      confidence: 'DOUBLE',
      lift: 'DOUBLE',
    })
    products.forEach(({ id }, item) => {
      const { offsets, indices, similarities } = models.items
      const end = Math.min(offsets[item + 1]!, offsets[item]! + neighboursKept)
      for (let p = offsets[item]!; p < end; p++) {
        const other = products[indices[p]!]!.id
        related.add([id, 'similar', p - offsets[item]! + 1, other, similarities[p]!, null, null, null, null])
      }
      companions[item]!.forEach(({ item: other, baskets: both, support, confidence, lift }, rank) => {
        related.add([id, 'together', rank + 1, products[other]!.id, null, both, support, confidence, lift])
      })
    })
    await related.publish(warehousePath(dataDir, files.productsFile))
    const segmentIds = segmentation?.segmentIds ?? []
    await publishModel(
      { models, customerIds, products, blend, chosen, levels, segmentIds },
      warehousePath(dataDir, files.modelFile),
    )
    const result = summariseTraining(observations, trained, { groups, segmentIds, shown, served })
    await commit((transaction) =>
      saveResult(transaction, { id: payload.recommenderId, workspaceId }, files, result),
    )
  } catch (error) {
    await removeUnnamed(database, dataDir, Object.values(files))
    throw error
  } finally {
    connection.closeSync()
  }
}
