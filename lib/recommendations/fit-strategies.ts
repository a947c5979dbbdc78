import { buildContent, type Content, type ContentItem } from '@/lib/recommending/content'
import { createContentScorer } from '@/lib/recommending/content-scorer'
import { createEaseScorer, type EaseModel, fitEase } from '@/lib/recommending/ease'
import type { Interactions } from '@/lib/recommending/interactions'
import { createItemScorer, createUserScorer } from '@/lib/recommending/neighbour-scorers'
import { itemNeighbours, type Neighbours, userNeighbours } from '@/lib/recommending/neighbours'
import {
  countBuyers,
  countBuyersByGroup,
  createCategoryScorer,
  createGroupScorer,
  createPopularityScorer,
} from '@/lib/recommending/popularity'
import type { Scorer } from '@/lib/recommending/scorer'
import type { StrategyName } from './settings-schema'

export type PartName = Exclude<StrategyName, 'hybrid'>
export type SkipReason =
  | 'tooManyProducts'
  | 'tooManyCustomers'
  | 'noContent'
  | 'noCategories'
  | 'noSegmentation'
  | 'noHistory'

/** The segment of each customer by its index, −1 = none. */
export type Groups = { of: Int32Array; count: number }

/** The category of each product by its index, −1 = none. */
export type Categories = { of: Int32Array; count: number }

/** All that scoring needs: plain data that can be stored and read back. */
export type Models = {
  interactions: Interactions
  /** Σ of recent purchases per product; see measureRecent */
  recent: Float64Array
  groups: Groups | null
  categories: Categories | null
  items: Neighbours
  users: Neighbours | null
  content: Content | null
  ease: EaseModel | null
}

export type FitInput = Pick<Models, 'interactions' | 'recent' | 'groups'> & {
  content: readonly ContentItem[]
}
export type Skipped = { strategy: PartName; reason: SkipReason }

const itemNeighboursKept = 100
const userNeighboursKept = 50
/** λ that did best on MovieLens-100k (Steck 2019 uses the like) and well on real purchases (bench/recommend.md). */
const easeLambda = 458
/** Of that many products a model takes 25 MB and five seconds; previews read it whole. */
const mostEaseProducts = 2500
/** Comparing customers with customers costs Σ over products of buyers²: above this it takes minutes. */
const mostPairs = 4e9

function countPairs(interactions: Interactions): number {
  return countBuyers(interactions).reduce((sum, count) => sum + count * count, 0)
}

function isDescribed(content: readonly ContentItem[]): boolean {
  const told = content.filter(
    ({ title, category, tags, description }) => title ?? category ?? tags ?? description,
  )
  return told.length > 0 && told.length * 2 >= content.length
}

/** Null unless there are two or more: of one, the best-sellers are those of the shop. */
function numberCategories(content: readonly ContentItem[]): Categories | null {
  const names = [...new Set(content.flatMap(({ category }) => category ?? []))].sort()
  if (names.length < 2) return null
  const numberOf = new Map(names.map((name, index) => [name, index]))
  return {
    of: Int32Array.from(content, ({ category }) => numberOf.get(category ?? '') ?? -1),
    count: names.length,
  }
}

/** Fits every model that the data allows, and says why the others are left out. */
export function fitModels(
  { interactions, recent, groups, content }: FitInput,
  onModel: (done: number, total: number) => void = () => {},
): { models: Models; skipped: Skipped[] } {
  const empty = interactions.indices.length === 0
  const categories = numberCategories(content)
  const reasons: Partial<Record<PartName, SkipReason | null>> = {
    segment: groups ? null : 'noSegmentation',
    item: empty ? 'noHistory' : null,
    user: empty ? 'noHistory' : countPairs(interactions) > mostPairs ? 'tooManyCustomers' : null,
    content: empty ? 'noHistory' : isDescribed(content) ? null : 'noContent',
    category: empty ? 'noHistory' : categories ? null : 'noCategories',
    ease: empty ? 'noHistory' : interactions.items > mostEaseProducts ? 'tooManyProducts' : null,
  }
  const steps = 4
  const items = itemNeighbours(interactions, { k: itemNeighboursKept })
  onModel(1, steps)
  const users = reasons.user ? null : userNeighbours(interactions, { k: userNeighboursKept })
  onModel(2, steps)
  const built = reasons.content ? null : buildContent(content)
  onModel(3, steps)
  const ease = reasons.ease ? null : fitEase(interactions, easeLambda)
  onModel(4, steps)
  return {
    models: { interactions, recent, groups, categories, items, users, content: built, ease },
    skipped: Object.entries(reasons).flatMap(([strategy, reason]) =>
      reason ? [{ strategy: strategy as PartName, reason }] : [],
    ),
  }
}

/** The strategies that models allow. */
export function createScorers({
  interactions,
  recent,
  groups,
  categories,
  items,
  users,
  content,
  ease,
}: Models): Map<PartName, Scorer> {
  const buyers = countBuyers(interactions)
  const scorers = new Map<PartName, Scorer>([
    ['popular', createPopularityScorer(buyers)],
    ['recent', createPopularityScorer(recent)],
    ['item', createItemScorer(interactions, items)],
  ])
  if (users) scorers.set('user', createUserScorer(interactions, users))
  if (content) scorers.set('content', createContentScorer(interactions, content))
  if (ease) scorers.set('ease', createEaseScorer(interactions, ease))
  if (categories) scorers.set('category', createCategoryScorer(interactions, categories, buyers))
  if (groups) {
    const popularity = countBuyersByGroup(interactions, groups.of, groups.count)
    scorers.set('segment', createGroupScorer(interactions.items, groups.of, popularity))
  }
  return scorers
}
