import { labelPaths } from '@/lib/shared/label-paths'
import type { Lift } from './insights-schema'
import type { InsightsInput } from './queries-insights'
import { countBuyersOf, readChannels, readFavourites, readTitles } from './queries-insights-bought'
import { findLiked, findUntried, measureLifts, rankLifts, typicalLift } from './rank-lifts'

export type BoughtInsights = {
  categories: Lift[]
  brands: Lift[]
  products: Lift[]
  favourites: { category: string; share: number }[]
  channels: { channel: string; share: number; overall: number }[]
  liked: Lift[]
  likedProduct: Lift | null
  untried: Lift | null
}

/** What the segments buy and where; `segments` are their sizes, `all` counts customers in none too. */
export async function describeBought(
  { connection, ...data }: InsightsInput,
  sizes: { segments: readonly number[]; all: number },
): Promise<BoughtInsights[]> {
  const products = measureLifts(await countBuyersOf(connection, 'product'), sizes)
  const categories = measureLifts(await countBuyersOf(connection, 'category'), sizes)
  const brands = measureLifts(await countBuyersOf(connection, 'brand'), sizes)
  const favourites = await readFavourites(connection)
  const channels = await readChannels(connection)
  const paths = labelPaths(categories.flat().map(({ id }) => id))
  const untitled = new Map<string, string>()
  const ranked = products.map((lifts) => rankLifts(lifts, untitled))
  const shown = [...new Set(ranked.flat().map(({ id }) => id))]
  const titles = await readTitles(connection, data, shown)
  return sizes.segments.map((_, segment) => {
    const is = (row: { segment: number }) => row.segment === segment
    const typical = typicalLift(categories[segment]!)
    const untried = findUntried(categories[segment]!, typical)
    const ownCategories = rankLifts(categories[segment]!, paths)
    const ownProducts = ranked[segment]!.map((lift) => ({ ...lift, label: titles.get(lift.id) ?? lift.id }))
    return {
      categories: ownCategories,
      brands: rankLifts(brands[segment]!, untitled),
      products: ownProducts,
      favourites: favourites.filter(is).map(({ category, share }) => ({ category, share })),
      channels: channels.filter(is).map(({ channel, share, overall }) => ({ channel, share, overall })),
      liked: findLiked(ownCategories, typical),
      likedProduct: findLiked(ownProducts, typical)[0] ?? null,
      untried: untried && { ...untried, label: paths.get(untried.id) ?? untried.id },
    }
  })
}
