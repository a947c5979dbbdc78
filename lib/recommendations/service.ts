import 'server-only'
import { rm } from 'node:fs/promises'
import { isContactId } from '@/lib/csv/personal-values'
import { seesPeople } from '@/lib/privacy/mask'
import { type Member, requireRole } from '@/lib/server/access'
import { listBatches } from '@/lib/server/batches'
import { getDatabase } from '@/lib/server/database'
import { readEnv } from '@/lib/server/env'
import { getWarehouse } from '@/lib/server/warehouse'
import { AppError } from '@/lib/shared/errors'
import { warehousePath } from '@/lib/warehouse/paths'
import { readModel } from './model-file'
import { findCustomer, previewCustomer, productOf } from './preview-customer'
import {
  countListed,
  readHistory,
  readLinks,
  readName,
  readRelated,
  readShown,
  searchCustomers,
} from './queries'
import * as repository from './repository'
import type {
  FoundCustomer,
  PendingRecommender,
  Preview,
  Product,
  ProductView,
  RecommenderSummary,
  RecommenderView,
  SegmentLists,
} from './schema'
import { createRecommenderSchema, type RecommenderSettings, type Rules } from './settings-schema'
import { viewRecommender, viewSummary } from './view'

const foundProducts = 12
const shownProducts = 20

/** Queues a training; throws AppError forbidden or notFound (its segmentation). */
export async function createRecommender(
  member: Member,
  settings: RecommenderSettings,
): Promise<{ recommenderId: string }> {
  requireRole(member, 'analyst')
  const database = await getDatabase()
  const { segmentationId } = settings
  if (segmentationId && !(await repository.findGroups(database, member.workspaceId, segmentationId))) {
    throw new AppError('notFound')
  }
  return { recommenderId: await repository.createRecommender(database, member, settings) }
}

export async function listRecommenders(member: Member): Promise<RecommenderSummary[]> {
  return (await repository.listRecommenders(await getDatabase(), member.workspaceId)).map(viewSummary)
}

/** A recommender with what its training found once it is complete; throws AppError notFound. */
export async function getRecommender(
  member: Member,
  id: string,
): Promise<RecommenderView | PendingRecommender> {
  const database = await getDatabase()
  const stored = await repository.findRecommender(database, member.workspaceId, id)
  return viewRecommender(stored, await repository.listRecommenders(database, member.workspaceId))
}

/** Removes a recommender for good; throws AppError notFound while it is being trained. */
export async function deleteRecommender(member: Member, id: string): Promise<void> {
  requireRole(member, 'analyst')
  const files = await repository.deleteRecommender(await getDatabase(), member, id)
  for (const file of files) await rm(warehousePath(readEnv().dataDir, file), { force: true })
}

/** A finished recommender's settings and files; throws AppError notFound. */
export async function requireFinished(workspaceId: string, id: string) {
  const database = await getDatabase()
  const { listsFile, productsFile, modelFile, settings, ...stored } = await repository.findRecommender(
    database,
    workspaceId,
    id,
  )
  if (!listsFile || !productsFile || !modelFile) throw new AppError('notFound')
  const { dataDir } = readEnv()
  return {
    database,
    stored,
    settings: createRecommenderSchema.parse(settings),
    dataset: { dataDir, batches: await listBatches(database, workspaceId) },
    lists: warehousePath(dataDir, listsFile),
    products: warehousePath(dataDir, productsFile),
    model: warehousePath(dataDir, modelFile),
  }
}

/**
 * What one customer is shown by every strategy, under the recommender's own rules or others. Throws AppError notFound, for a
 * viewer also for a customer named by e-mail or phone: the answer would tell who is one.
 */
export async function getPreview(
  member: Member,
  id: string,
  customerId: string,
  rules: Rules | null,
): Promise<Preview> {
  const { settings, dataset, model } = await requireFinished(member.workspaceId, id)
  if (isContactId(customerId) && !seesPeople(member)) throw new AppError('notFound')
  const stored = await readModel(model)
  const customer = findCustomer(stored, customerId)
  if (customer < 0) throw new AppError('notFound')
  const warehouse = await getWarehouse()
  const history = await readHistory(warehouse, dataset, customerId, settings.asOf)
  return {
    customerId,
    name: seesPeople(member) ? await readName(warehouse, dataset, customerId) : null,
    history: {
      total: history.total,
      items: history.rows.flatMap(({ productId, times, last }) => {
        const item = stored.numberOf.get(productId)
        return item === undefined ? [] : [{ product: productOf(stored, item), times, last }]
      }),
    },
    lists: previewCustomer(stored, customer, rules ?? settings.rules, settings.length),
  }
}

/** Customers to preview, by id; analysts also by name and e-mail. */
export async function findCustomers(member: Member, id: string, text: string): Promise<FoundCustomer[]> {
  const { dataset, lists } = await requireFinished(member.workspaceId, id)
  return searchCustomers(await getWarehouse(), dataset, lists, text, seesPeople(member))
}

/** Products of the catalogue whose id or title contains the text; and all categories that contain it. */
export async function findProducts(
  member: Member,
  id: string,
  text: string,
): Promise<{ products: Product[]; categories: string[] }> {
  const { model } = await requireFinished(member.workspaceId, id)
  const stored = await readModel(model)
  const wanted = text.trim().toLowerCase()
  const has = (value: string | null) => value?.toLowerCase().includes(wanted) ?? false
  const items = Array.from(stored.products.keys()).filter((item) => {
    const { id: productId, title } = stored.products[item]!
    return has(productId) || has(title)
  })
  const categories = new Set(stored.products.flatMap(({ category }) => (has(category) ? [category!] : [])))
  return {
    products: items.slice(0, foundProducts).map((item) => productOf(stored, item)),
    categories: [...categories].sort().slice(0, foundProducts),
  }
}

/** What goes with a product, and how many customers it is recommended to; throws AppError notFound. */
export async function getProduct(member: Member, id: string, productId: string): Promise<ProductView> {
  const { lists, products, model } = await requireFinished(member.workspaceId, id)
  const stored = await readModel(model)
  const own = stored.numberOf.get(productId)
  if (own === undefined) throw new AppError('notFound')
  const warehouse = await getWarehouse()
  const related = await readRelated(warehouse, products, productId)
  const pick = (kind: 'similar' | 'together') =>
    related
      .filter((row) => row.kind === kind)
      .map(({ kind: _, otherId, ...row }) => ({
        product: productOf(stored, stored.numberOf.get(otherId)!),
        ...row,
      }))
  return {
    product: productOf(stored, own),
    similar: pick('similar'),
    together: pick('together'),
    links: await readLinks(warehouse, products, productId),
    listed: await countListed(warehouse, lists, productId),
  }
}

/** What a segment's people are shown most, beside what they buy; throws AppError notFound. */
export async function getSegmentLists(member: Member, id: string, segmentId: string): Promise<SegmentLists> {
  const { database, dataset, lists, model } = await requireFinished(member.workspaceId, id)
  const segment = await repository.findSegment(database, member.workspaceId, segmentId)
  const stored = await readModel(model)
  const paths = { lists, segmentation: warehousePath(dataset.dataDir, segment.file) }
  const rows = await readShown(await getWarehouse(), dataset, paths, segment.position, shownProducts)
  return {
    segmentId,
    people: segment.size,
    products: rows.flatMap(({ productId, shown, bought }) => {
      const item = stored.numberOf.get(productId)
      return item === undefined ? [] : [{ product: productOf(stored, item), shown, bought }]
    }),
  }
}
