import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BusinessRules, type ItemFacts, noRules } from './business-rules'
import { fourByFive } from './four-by-five.fixture'
import { buildInteractions } from './interactions'
import { createItemScorer } from './neighbour-scorers'
import { itemNeighbours } from './neighbours'
import { countBuyers, createPopularityScorer } from './popularity'
import { createServer, type Shop } from './recommend'

const plain: ItemFacts = { category: null, price: null, cost: null, stock: null, level: null }
const facts = (changes: Partial<ItemFacts>[]): ItemFacts[] => changes.map((one) => ({ ...plain, ...one }))

const items = { name: 'items', scorer: createItemScorer(fourByFive, itemNeighbours(fourByFive, { k: 5 })) }
const popular = { name: 'popular', scorer: createPopularityScorer(countBuyers(fourByFive)) }

function serve(
  user: number,
  n: number,
  rules: Partial<BusinessRules> = {},
  changes: Partial<ItemFacts>[] = [{}, {}, {}, {}, {}],
  levels: Shop['levels'] = null,
) {
  const shop = { interactions: fourByFive, items: facts(changes), rules: { ...noRules, ...rules }, levels }
  return createServer(shop)([items, popular], user, n)
}
const names = (served: { item: number; strategy: string }[]) =>
  served.map(({ item, strategy }) => `${'abcde'[item]} ${strategy}`)

describe('serving a customer', () => {
  it('falls back where the first strategy knows nothing, and never shows what nobody has by popularity', () => {
    expect(names(serve(0, 5))).toEqual(['c items', 'd items'])
    // dan has d: it is like c and b, then a by popularity
    expect(names(serve(3, 5))).toEqual(['c items', 'b items', 'a popular'])
  })

  it('shows again what may be bought again', () => {
    expect(names(serve(3, 9, { repeat: true }))).toEqual(['c items', 'b items', 'a popular', 'd popular'])
    const categories = [{}, {}, {}, { category: 'tea' }, {}]
    expect(names(serve(3, 9, { repeatCategories: ['tea'] }, categories))).toContain('d popular')
  })

  it('bars products, categories, prices and what is out of stock', () => {
    const changes = [{ category: 'x' }, { price: 100 }, { stock: 0 }, {}, {}]
    expect(names(serve(3, 5, { barredCategories: ['x'] }, changes))).toEqual(['c items', 'b items'])
    expect(names(serve(3, 5, { price: { from: null, to: 50 } }, changes))).toEqual(['c items', 'a popular'])
    expect(names(serve(3, 5, { inStock: true }, changes))).toEqual(['b items', 'a popular'])
    expect(names(serve(3, 5, { barredItems: [2, 0] }, changes))).toEqual(['b items'])
  })

  it('pins first, but not what is barred or had already', () => {
    expect(names(serve(3, 3, { pinnedItems: [4, 3, 0], barredItems: [0] }))).toEqual([
      'e pinned',
      'c items',
      'b items',
    ])
  })

  it('keeps to a limit a category', () => {
    const tea = { category: 'tea' }
    expect(names(serve(3, 5, { perCategory: 1 }, [tea, tea, tea, {}, {}]))).toEqual(['c items'])
  })

  it('raises what earns more', () => {
    const changes = [{}, { price: 10, cost: 0 }, { price: 10, cost: 10 }, {}, {}]
    expect(names(serve(3, 1, {}, changes))).toEqual(['c items'])
    expect(names(serve(3, 1, { marginBoost: 1 }, changes))).toEqual(['b items'])
  })

  it('shows a product with a level only to customers of at least that level', () => {
    const changes = [{}, { level: 2 }, { level: 4 }, {}, {}]
    expect(names(serve(3, 5, {}, changes, [null, null, null, 3]))).toEqual(['b items', 'a popular'])
    expect(names(serve(3, 5, {}, changes))).toEqual(['a popular'])
  })

  it('has nothing for one who has everything, and best-sellers for one who has nothing', () => {
    const all = buildInteractions(2, 2, {
      user: Int32Array.of(0, 0),
      item: Int32Array.of(0, 1),
      weight: Float64Array.of(1, 1),
    })
    const shop = { interactions: all, items: facts([{}, {}]), rules: noRules, levels: null }
    const chain = [
      { name: 'items', scorer: createItemScorer(all, itemNeighbours(all, { k: 2 })) },
      { name: 'popular', scorer: createPopularityScorer(countBuyers(all)) },
    ]
    const server = createServer(shop)
    expect(server(chain, 0, 5)).toEqual([])
    expect(server(chain, 1, 5).map(({ strategy }) => strategy)).toEqual(['popular', 'popular'])
  })
})

it('never breaks a rule, whatever the data and the rules', () => {
  const category = fc.constantFrom('x', 'y', null)
  const item = fc.record({
    category,
    price: fc.option(fc.integer({ min: 0, max: 20 })),
    cost: fc.option(fc.integer({ min: 0, max: 20 })),
    stock: fc.option(fc.integer({ min: 0, max: 2 })),
    level: fc.option(fc.integer({ min: 1, max: 5 })),
  })
  const rules = fc.record({
    repeat: fc.boolean(),
    repeatCategories: fc.subarray(['x', 'y']),
    inStock: fc.boolean(),
    barredItems: fc.subarray([0, 1, 2, 3, 4, 5]),
    barredCategories: fc.subarray(['x', 'y']),
    pinnedItems: fc.subarray([0, 2, 4]),
    price: fc.record({
      from: fc.option(fc.integer({ max: 10 })),
      to: fc.option(fc.integer({ min: 10, max: 20 })),
    }),
    perCategory: fc.option(fc.integer({ min: 1, max: 2 })),
    marginBoost: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  const bought = fc.uniqueArray(fc.nat({ max: 17 }))
  const level = fc.array(fc.option(fc.integer({ min: 1, max: 5 })), { minLength: 3, maxLength: 3 })
  const catalogue = fc.array(item, { minLength: 6, maxLength: 6 })
  fc.assert(
    fc.property(catalogue, rules, bought, level, (facts, wished, pairs, levels) => {
      const data = buildInteractions(3, 6, {
        user: Int32Array.from(pairs, (pair) => Math.floor(pair / 6)),
        item: Int32Array.from(pairs, (pair) => pair % 6),
        weight: new Float64Array(pairs.length).fill(1),
      })
      const chain = [
        { name: 'items', scorer: createItemScorer(data, itemNeighbours(data, { k: 3 })) },
        { name: 'popular', scorer: createPopularityScorer(countBuyers(data)) },
      ]
      const server = createServer({ interactions: data, items: facts, rules: wished, levels })
      for (const user of [0, 1, 2]) {
        const served = server(chain, user, 4)
        expect(server(chain, user, 4)).toEqual(served)
        expect(served.length).toBeLessThanOrEqual(4)
        expect(new Set(served.map(({ item: one }) => one)).size).toBe(served.length)
        const unpinned = served.filter(({ strategy }) => strategy !== 'pinned')
        for (const { item: one } of served) {
          const { category: own, price, stock, level: needed } = facts[one]!
          expect(wished.barredItems).not.toContain(one)
          if (own !== null) expect(wished.barredCategories).not.toContain(own)
          if (wished.inStock && stock !== null) expect(stock).toBeGreaterThan(0)
          if (price !== null && wished.price.to !== null) expect(price).toBeLessThanOrEqual(wished.price.to)
          if (needed !== null) expect(levels[user] ?? 0).toBeGreaterThanOrEqual(needed)
          const has = pairs.includes(user * 6 + one)
          if (has) expect(wished.repeat || (own !== null && wished.repeatCategories.includes(own))).toBe(true)
        }
        for (const one of ['x', 'y']) {
          const count = unpinned.filter(({ item: shown }) => facts[shown]!.category === one).length
          if (wished.perCategory !== null) expect(count).toBeLessThanOrEqual(wished.perCategory)
        }
      }
    }),
  )
})
