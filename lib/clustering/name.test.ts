import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { features } from '@/lib/features/catalogue'
import english from '@/lib/i18n/messages/en/segment-names.json'
import chinese from '@/lib/i18n/messages/zh-CN/segment-names.json'
import { createRandom, drawNormal } from '@/lib/statistics/random'
import { archetypes } from './archetypes'
import { type Suggestion, suggestNames } from './name'

const rfm = (recency: number, frequency: number, monetary: number, others: Record<string, number> = {}) => ({
  z: { recency, frequency, monetary, ...others },
  size: 100,
})

const nameOf = (z: Record<string, number>) => suggestNames([{ z, size: 100 }])[0]!.name

describe('suggestNames', () => {
  it.each([
    ['champions', rfm(-1, 1.4, 1.5)],
    ['loyal', rfm(-0.6, 0.8, 0.6)],
    ['bigSpenders', rfm(-0.1, 0, 1.3, { average_order_value: 1.4 })],
    ['smallBaskets', rfm(-0.4, 0.9, 0, { average_order_value: -1.1 })],
    ['newCustomers', rfm(-1, -0.9, -0.8, { tenure: -1.4 })],
    ['promising', rfm(-0.8, -0.2, -0.1)],
    ['needAttention', rfm(0.7, 0.2, 0.4)],
    ['atRisk', rfm(1.1, 0.6, 0.4)],
    ['cantLose', rfm(1.1, 1.1, 1.3)],
    ['hibernating', rfm(1, -0.6, -0.4)],
    ['lostCheap', rfm(1.5, -1, -1.3)],
    ['occasional', rfm(0.1, -0.6, -0.3)],
    ['smallSpenders', rfm(0, -1, -1.6)],
    ['bargainHunters', rfm(0, 0.1, 0, { discount_share: 1.5 })],
    ['stockUpShoppers', rfm(0.1, -0.1, 0.4, { items_per_purchase: 1.4, average_order_value: 0.7 })],
    ['explorers', rfm(-0.1, 0.3, 0.2, { distinct_categories: 1.3 })],
    ['weekendShoppers', rfm(0, 0, 0.1, { weekend_share: 1.6 })],
    ['frequentReturners', rfm(0.2, 0.1, 0, { return_share: 2 })],
    ['average', rfm(0.05, -0.1, 0.1)],
  ])('recognises %s', (name, profile) => {
    expect(suggestNames([profile])[0]).toMatchObject({ name, trait: null })
  })

  it('lists the strongest traits first, and only real ones', () => {
    const [{ traits }] = suggestNames([
      rfm(-1, 1.4, 1.5, { age: 0.1, tenure: 0.9, discount_share: -0.5 }),
    ]) as [Suggestion]
    expect(traits).toEqual([
      { feature: 'monetary', z: 1.5 },
      { feature: 'frequency', z: 1.4 },
      { feature: 'recency', z: -1 },
      { feature: 'tenure', z: 0.9 },
    ])
  })

  it('gives a wanted name to the nearest and the next best to the other', () => {
    const names = suggestNames([rfm(-0.8, 1, 0.9), rfm(-0.9, 1.4, 1.4)]).map(({ name }) => name)
    expect(names).toEqual(['loyal', 'champions'])
  })

  it('tells two of a name apart by what differs, when no other name fits', () => {
    const suggestions = suggestNames([
      rfm(-1, 1.4, 1.4, { weekend_share: 0 }),
      rfm(-0.9, 1.2, 1.2, { weekend_share: -0.1 }),
      rfm(-1, 1.3, 1.4, { weekend_share: 0.9 }),
    ])
    expect(suggestions.map(({ name }) => name)).toEqual(['champions', 'loyal', 'champions'])
    expect(suggestions.map(({ trait }) => trait)).toEqual([null, null, { feature: 'weekend_share', z: 0.9 }])
  })

  it('makes no claim about features that are not in the run', () => {
    expect(nameOf({ monetary: 1.3, age: 0 })).toBe('bigSpenders')
    expect(nameOf({ recency: -1, frequency: 1.4 })).toBe('loyal')
    expect(nameOf({ recency: 1.2, age: 0.1 })).toBe('needAttention')
  })

  it('does not call a segment average that is far off on one core feature', () => {
    expect(nameOf({ frequency: 1.5, age: 0 })).toBe('loyal')
    expect(nameOf({ monetary: -0.7, age: 0, tenure: 0 })).not.toBe('average')
  })

  it('names by the strongest trait without recency, frequency and monetary', () => {
    const profiles = [
      { z: { age: 1.2, weekend_share: 0.4 }, size: 10 },
      { z: { age: 0.9, weekend_share: -0.8 }, size: 10 },
      { z: { age: -0.1, weekend_share: 0.2 }, size: 30 },
    ]
    expect(
      suggestNames(profiles).map(({ name, trait }) => [name, trait?.feature, Math.sign(trait?.z ?? 0)]),
    ).toEqual([
      ['trait', 'age', 1],
      ['trait', 'weekend_share', -1],
      ['average', undefined, 0],
    ])
  })

  it('ignores figures that are not there', () => {
    expect(nameOf({ recency: Number.NaN, frequency: Number.NaN, monetary: Number.NaN })).toBe('average')
    expect(suggestNames([])).toEqual([])
  })

  it('never names two segments alike, and never takes a trait that is not so', () => {
    const features = fc.uniqueArray(
      fc.constantFrom(
        'recency',
        'frequency',
        'monetary',
        'tenure',
        'discount_share',
        'age',
        'weekend_share',
        'return_share',
      ),
      { minLength: 2, maxLength: 8 },
    )
    const runs = features.chain((ids) =>
      fc.array(
        fc.record({
          z: fc
            .array(
              fc.double({ min: -3, max: 3, noNaN: true }).filter((z) => z !== 0),
              {
                minLength: ids.length,
                maxLength: ids.length,
              },
            )
            .map((values) => Object.fromEntries(ids.map((id, i) => [id, values[i]!]))),
          size: fc.integer({ min: 1, max: 1000 }),
        }),
        { minLength: 1, maxLength: Math.min(12, 3 * ids.length + 1) },
      ),
    )
    fc.assert(
      fc.property(runs, (profiles) => {
        const suggestions = suggestNames(profiles)
        const keys = suggestions.map(
          ({ name, trait }) => `${name} ${trait?.feature} ${Math.sign(trait?.z ?? 0)}`,
        )
        expect(new Set(keys).size).toBe(profiles.length)
        for (const [i, { trait, traits }] of suggestions.entries()) {
          for (const { feature, z } of trait ? [trait, ...traits] : traits)
            expect(profiles[i]!.z[feature]).toBe(z)
        }
        expect(suggestNames(profiles)).toEqual(suggestions)
      }),
    )
  })
})

describe('names from other features', () => {
  const beans = 'share:category:Coffee%20%3E%20Beans'
  const title = ({ name, trait }: Suggestion) => [name, trait?.feature, Math.sign(trait?.z ?? 0)]

  it('names a segment after its one strong habit', () => {
    expect(title(suggestNames([rfm(0.1, 0, 0.1, { [beans]: 1.6 })])[0]!)).toEqual(['trait', beans, 1])
    expect(title(suggestNames([rfm(-0.2, 0.1, 0, { evening_share: 1.2 })])[0]!)).toEqual([
      'trait',
      'evening_share',
      1,
    ])
    expect(title(suggestNames([rfm(0, 0, 0, { discount_share: -1.3 })])[0]!)).toEqual([
      'trait',
      'discount_share',
      -1,
    ])
  })

  it('keeps the names of value where value is what sets a segment apart', () => {
    expect(nameOf({ recency: -1, frequency: 1.4, monetary: 1.5, [beans]: 1.1, evening_share: 1 })).toBe(
      'champions',
    )
    expect(nameOf({ recency: 1, frequency: -0.6, monetary: -0.4, 'level:gender:female': 1 })).toBe(
      'hibernating',
    )
  })

  it('says what a segment is rather than what it is not', () => {
    const z = { 'level:gender:female': -0.9, 'level:gender:male': 0.8 }
    expect(title(suggestNames([{ z, size: 9 }])[0]!)).toEqual(['trait', 'level:gender:male', 1])
  })

  it('does not call two after categories that sound alike', () => {
    const women = 'share:category:Women%20%3E%20Shoes'
    const men = 'share:category:Men%20%3E%20Shoes'
    const suggestions = suggestNames([
      { z: { [women]: 1.5, [men]: -0.4, age: 0.5 }, size: 20 },
      { z: { [women]: -0.4, [men]: 1.4, age: -0.6 }, size: 20 },
    ])
    expect(suggestions.map(title)).toEqual([
      ['trait', women, 1],
      ['trait', 'age', -1],
    ])
  })

  it.each([
    ['attributes', ['attribute:Points', 'attribute:Visits', 'attribute:Height']],
    ['levels', ['level:gender:female', 'level:gender:male', 'level:country:DE', 'level:country:*', 'age']],
    ['shares', ['share:category:Tea', 'share:category:Coffee', 'share:brand:Acme', 'share:channel:app']],
    ['habits', ['evening_share', 'night_share', 'weekend_share', 'discount_share', 'unit_price']],
    ['both', ['recency', 'frequency', 'monetary', 'share:category:Tea', 'evening_share', 'age']],
  ])('never names two of twelve segments alike by %s', (_, ids) => {
    const random = createRandom(11)
    for (let run = 0; run < 50; run++) {
      const profiles = Array.from({ length: Math.min(12, 3 * ids.length + 1) }, () => ({
        z: Object.fromEntries(ids.map((id) => [id, 2 * drawNormal(random)])),
        size: 10,
      }))
      const titles = suggestNames(profiles).map((suggestion) => title(suggestion).join())
      expect(new Set(titles).size).toBe(profiles.length)
    }
  })
})

describe.each([
  ['English', english],
  ['Chinese', chinese],
])('words in %s', (_, { names, traits, groups }) => {
  it('exist for every name', () => {
    const wanted = [...archetypes.map(({ name }) => name), 'mixed', 'trait']
    expect(Object.keys(names)).toEqual(expect.arrayContaining(wanted))
  })

  it('exist for both ends of every feature, as a trait and as a name', () => {
    const ids = features.map(({ id }) => id).sort()
    expect(Object.keys(traits).sort()).toEqual(ids)
    expect(Object.keys(groups).sort()).toEqual(ids)
    for (const { high, low } of [...Object.values(traits), ...Object.values(groups)]) {
      expect(high).not.toBe(low)
    }
  })

  it('give every name of a run once', () => {
    const wanted = [...archetypes.map(({ name }) => name), 'mixed'] as (keyof typeof names)[]
    const titles = [
      ...wanted.map((name) => names[name].name),
      ...Object.values(groups).flatMap(({ high, low }) => [high, low]),
    ]
    expect(titles.filter((title, i) => titles.indexOf(title) !== i)).toEqual([])
  })
})
