import { describe, expect, it } from 'vitest'
import { buildContent, type ContentItem, findPriceBands, listSharedTerms } from './content'
import { createContentScorer } from './content-scorer'
import { listWords } from './content-words'
import { buildInteractions } from './interactions'
import { userNeighbours } from './neighbours'

const item = (changes: Partial<ContentItem>): ContentItem => ({
  ...{ title: null, category: null, brand: null, tags: null, description: null, price: null },
  ...changes,
})

describe('listWords', () => {
  it('folds case and accents and leaves out function words', () => {
    expect(listWords('Crème brûlée for the Café, 250 g')).toEqual(['creme', 'brulee', 'cafe', '250'])
  })

  it('cuts Chinese into words', () => {
    expect(listWords('纯棉儿童睡衣')).toEqual(expect.arrayContaining(['儿童', '睡衣']))
  })
})

describe('buildContent', () => {
  it('is what scikit-learn finds', () => {
    // TfidfVectorizer().fit_transform(['red tea cup', 'green tea', 'red wine glass'])
    const { matrix, terms } = buildContent(
      ['red tea cup', 'green tea', 'red wine glass'].map((title) => item({ title })),
    )
    expect(terms).toEqual(['cup', 'glass', 'green', 'red', 'tea', 'wine'])
    const expected = [
      0.68091856, 0.51785612, 0.51785612, 0.79596054, 0.60534851, 0.62276601, 0.4736296, 0.62276601,
    ]
    for (const [p, weight] of expected.entries()) expect(matrix.weights[p]).toBeCloseTo(weight, 8)
  })

  it('puts prices into fifths, equal prices together', () => {
    expect([...findPriceBands([1, 2, 2, 2, 3, 4, 50, null])]).toEqual([0, 0, 0, 0, 3, 4, 4, -1])
  })

  it('finds products alike and says by what', () => {
    const content = buildContent([
      item({ title: 'Green tea', category: 'Tea', price: 5 }),
      item({ title: 'Black tea', category: 'Tea', price: 6 }),
      item({ title: 'Black candle', category: 'Home', price: 30 }),
      item({}),
    ])
    const neighbours = userNeighbours(content.matrix, { k: 3 })
    expect(neighbours.indices[0]).toBe(1)
    expect(listSharedTerms(content, 0, 1, 2).map(({ term }) => term)).toEqual(['category:tea', 'tea'])
    expect(neighbours.offsets[4]).toBe(neighbours.offsets[3])
  })
})

describe('content-based scores', () => {
  const content = buildContent([
    item({ title: 'Green tea', category: 'Tea' }),
    item({ title: 'Black tea', category: 'Tea' }),
    item({ title: 'Candle', category: 'Home' }),
  ])
  const bought = buildInteractions(2, 3, {
    user: Int32Array.of(0, 0),
    item: Int32Array.of(0, 2),
    weight: Float64Array.of(2, 1),
  })
  const scorer = createContentScorer(bought, content)

  it('reach what nobody has bought, for the right reason', () => {
    const scores = new Float64Array(3)
    scorer.score(0, scores)
    expect(scores[1]).toBeGreaterThan(0)
    expect(scores[1]).toBeLessThanOrEqual(1)
    expect(scorer.reasons?.(0, 1, 3)).toEqual([{ item: 0, share: 1 }])
  })

  it('are 0 for a customer without history', () => {
    const scores = new Float64Array(3)
    scorer.score(1, scores)
    expect([...scores]).toEqual([0, 0, 0])
  })
})
