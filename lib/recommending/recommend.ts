import {
  type BusinessRules,
  boostMargins,
  findBarred,
  type ItemFacts,
  isSuitable,
  limitCategories,
  mayRepeat,
} from './business-rules'
import type { Interactions } from './interactions'
import type { Scorer } from './scorer'
import { topItems } from './top-items'

/** A strategy under its name. */
export interface Strategy<Name extends string = string> {
  name: Name
  scorer: Scorer
}

/** One recommended item, and the strategy that it comes from; 'pinned' for what the rules put first. */
export interface Served<Name extends string = string> {
  item: number
  score: number
  strategy: Name | 'pinned'
}

export interface Shop {
  interactions: Interactions
  items: readonly ItemFacts[]
  rules: BusinessRules
  /** per user, null = not known; only asked where items have levels */
  levels: readonly (number | null)[] | null
}

/** With a limit a category, ranked this many times deeper than shown. */
const depth = 25

/**
 * Serves customers of a shop: the first strategy of the chain that scores an item gives it, those after it fill what is left of the
 * list. Nothing that the rules bar is shown; pinned items come first. The order is the same for the same input.
 */
export function createServer(shop: Shop) {
  const { interactions, items, rules, levels } = shop
  const count = items.length
  const barred = findBarred(items, rules)
  const leveled = items.some(({ level }) => level !== null)
  const repeatable = items.map((item) => mayRepeat(item, rules))
  const excluded = new Uint8Array(count)
  const scores = new Float64Array(count)

  const exclude = (user: number) => {
    excluded.set(barred)
    for (let p = interactions.offsets[user]!; p < interactions.offsets[user + 1]!; p++) {
      const item = interactions.indices[p]!
      if (!repeatable[item]) excluded[item] = 1
    }
    if (!leveled) return
    const level = levels?.[user] ?? null
    for (let item = 0; item < count; item++) if (!isSuitable(items[item]!, level)) excluded[item] = 1
  }

  return <Name extends string>(chain: readonly Strategy<Name>[], user: number, n: number): Served<Name>[] => {
    exclude(user)
    const served: Served<Name>[] = []
    const take = (item: number, score: number, strategy: Served<Name>['strategy']) => {
      served.push({ item, score, strategy })
      excluded[item] = 1
    }
    for (const item of rules.pinnedItems) {
      if (served.length < n && !excluded[item]) take(item, 0, 'pinned')
    }
    for (const { name, scorer } of chain) {
      if (served.length >= n) break
      scores.fill(0)
      scorer.score(user, scores)
      boostMargins(scores, items, rules)
      const ranked = topItems(scores, rules.perCategory === null ? n : n * depth, excluded)
      const list = [...served, ...ranked]
      for (const { item, score } of limitCategories(list, items, n, rules.perCategory)) {
        if (!excluded[item]) take(item, score, name)
      }
    }
    return served
  }
}
