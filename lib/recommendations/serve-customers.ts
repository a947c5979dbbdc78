import { type ItemFacts, noRules } from '@/lib/recommending/business-rules'
import type { Shop, Strategy } from '@/lib/recommending/recommend'
import type { Scorer } from '@/lib/recommending/scorer'
import type { Models } from './fit-strategies'
import type { CatalogueProduct } from './observations'
import type { Rules, StrategyName } from './settings-schema'

const fallbacks: readonly StrategyName[] = ['content', 'segment', 'popular']

/** A strategy with what fills its lists: content, then the customer's segment, then best-sellers. */
export function chainOf(
  chosen: StrategyName,
  strategies: ReadonlyMap<StrategyName, Scorer>,
): Strategy<StrategyName>[] {
  return [chosen, ...fallbacks.filter((name) => name !== chosen)].flatMap((name) => {
    const scorer = strategies.get(name)
    return scorer ? [{ name, scorer }] : []
  })
}

/** The number of a tag `<name>:<number>` among tags set apart by commas; null without it. */
export function readLevel(tags: string | null, name: string): number | null {
  for (const tag of (tags ?? '').split(/[,;|]/)) {
    const [key = '', value = ''] = tag.split(':')
    const level = Number(value.trim())
    if (
      key.trim().toLowerCase() === name.trim().toLowerCase() &&
      value.trim() !== '' &&
      Number.isFinite(level)
    ) {
      return level
    }
  }
  return null
}

/** The rules by the brand's ids as the kernels know them; ids that are not in the catalogue are left out. */
export function openShop(
  { interactions }: Models,
  products: readonly CatalogueProduct[],
  rules: Rules,
  levels: readonly (number | null)[] | null,
): Shop {
  const { barredProducts, pinnedProducts, suitability } = rules
  const named = new Set([...barredProducts, ...pinnedProducts])
  const numberOf = new Map<string, number>()
  if (named.size > 0) {
    for (const [index, { id }] of products.entries()) if (named.has(id)) numberOf.set(id, index)
  }
  const numbers = (ids: readonly string[]) => ids.flatMap((id) => numberOf.get(id) ?? [])
  const items: ItemFacts[] = products.map(({ category, price, cost, stock, tags }) => ({
    category,
    price,
    cost,
    stock,
    level: suitability ? readLevel(tags, suitability.tag) : null,
  }))
  return {
    interactions,
    items,
    levels,
    rules: {
      ...noRules,
      repeat: rules.repeat,
      repeatCategories: rules.repeatCategories,
      inStock: rules.inStock,
      barredItems: numbers(barredProducts),
      barredCategories: rules.barredCategories,
      pinnedItems: numbers(pinnedProducts),
      price: { from: rules.priceFrom, to: rules.priceTo },
      perCategory: rules.perCategory,
      marginBoost: rules.marginBoost,
    },
  }
}
