import { quantileSorted, sortPresent } from '@/lib/statistics/quantiles'
import { listWords } from './content-words'
import { buildInteractions, countUsers, type Interactions } from './interactions'

/** What is known of a product; null or empty = nothing. */
export type ContentItem = {
  title: string | null
  category: string | null
  brand: string | null
  tags: string | null
  description: string | null
  price: number | null
}

export interface Content {
  /** items × terms, TF-IDF weights, rows of length 1 (an item without any term has none) */
  matrix: Interactions
  terms: readonly string[]
}

/** How much a term of a field counts; a category, brand or price band is one term of its own. */
const fieldWeights = { title: 2, category: 3, brand: 2, tags: 1.5, description: 1, price: 1 }
const priceBands = 5

/** Which fifth of the catalogue's prices each price lies in (0 … 4, equal prices together); −1 without one. */
export function findPriceBands(prices: readonly (number | null)[]): Int32Array {
  const known = sortPresent(Float64Array.from(prices, (price) => price ?? Number.NaN))
  const bounds = Array.from({ length: priceBands - 1 }, (_, i) => quantileSorted(known, (i + 1) / priceBands))
  return Int32Array.from(prices, (price) =>
    price === null ? -1 : bounds.filter((bound) => price > bound).length,
  )
}

function countTerms(item: ContentItem, band: number): Map<string, number> {
  const counts = new Map<string, number>()
  const add = (term: string, weight: number) => counts.set(term, (counts.get(term) ?? 0) + weight)
  for (const field of ['title', 'tags', 'description'] as const) {
    for (const term of listWords(item[field] ?? '')) add(term, fieldWeights[field])
  }
  if (item.category) add(`category:${item.category.trim().toLowerCase()}`, fieldWeights.category)
  if (item.brand) add(`brand:${item.brand.trim().toLowerCase()}`, fieldWeights.brand)
  if (band >= 0) add(`price:${band}`, fieldWeights.price)
  return counts
}

/**
 * TF-IDF vectors of a catalogue: term weight × (ln((1 + n) / (1 + df)) + 1), rows scaled to length 1, as scikit-learn's
 * TfidfVectorizer does by default but for the weights of the fields.
 */
export function buildContent(items: readonly ContentItem[]): Content {
  const bands = findPriceBands(items.map(({ price }) => price))
  const counts = items.map((item, index) => countTerms(item, bands[index]!))
  const terms = [...new Set(counts.flatMap((own) => [...own.keys()]))].sort()
  const numberOf = new Map(terms.map((term, index) => [term, index]))
  const entries = counts.flatMap((own, index) =>
    Array.from(own, ([term, weight]) => ({ index, term, weight })),
  )
  const matrix = buildInteractions(items.length, terms.length, {
    user: Int32Array.from(entries, ({ index }) => index),
    item: Int32Array.from(entries, ({ term }) => numberOf.get(term)!),
    weight: Float64Array.from(entries, ({ weight }) => weight),
  })
  const frequency = countUsers(matrix)
  for (let row = 0; row < matrix.users; row++) {
    const [start, end] = [matrix.offsets[row]!, matrix.offsets[row + 1]!]
    let squares = 0
    for (let p = start; p < end; p++) {
      matrix.weights[p]! *= Math.log((1 + items.length) / (1 + frequency[matrix.indices[p]!]!)) + 1
      squares += matrix.weights[p]! ** 2
    }
    for (let p = start; p < end; p++) matrix.weights[p]! /= Math.sqrt(squares)
  }
  return { matrix, terms }
}

/** The terms that make two items alike, strongest first, with their share of the likeness. */
export function listSharedTerms({ matrix, terms }: Content, a: number, b: number, most: number) {
  const own = new Map<number, number>()
  for (let p = matrix.offsets[a]!; p < matrix.offsets[a + 1]!; p++)
    own.set(matrix.indices[p]!, matrix.weights[p]!)
  const shared = []
  let total = 0
  for (let p = matrix.offsets[b]!; p < matrix.offsets[b + 1]!; p++) {
    const amount = (own.get(matrix.indices[p]!) ?? 0) * matrix.weights[p]!
    if (amount <= 0) continue
    total += amount
    shared.push({ term: terms[matrix.indices[p]!]!, amount })
  }
  return shared
    .sort((x, y) => y.amount - x.amount || (x.term < y.term ? -1 : 1))
    .slice(0, most)
    .map(({ term, amount }) => ({ term, share: amount / total }))
}
