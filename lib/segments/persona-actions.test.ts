import fc from 'fast-check'
import { createTranslator } from 'use-intl/core'
import { describe, expect, it } from 'vitest'
import english from '@/lib/i18n/messages/en/personas.json'
import chinese from '@/lib/i18n/messages/zh-CN/personas.json'
import { formatParams } from '@/lib/shared/format-params'
import { createFormats } from '@/lib/shared/formatting'
import type { PersonaFigures } from './insights-schema'
import { actionKeys, choosePersonaActions } from './persona-actions'
import { isLapsed, type PersonaContext, roundMoney } from './persona-context'
import { summarisePersona, summaryKeys } from './persona-summary'

const everybody: PersonaFigures = {
  revenueShare: 1,
  customerShare: 1,
  revenuePerCustomer: 200,
  purchasesPerCustomer: 3,
  orderValue: 60,
  onceShare: 0.35,
  recency: 100,
  gap: 40,
  discountShare: 0.1,
  returnShare: 0.05,
  consentShare: 0.7,
  medianAge: 40,
  topCity: { value: 'Berlin', share: 0.2 },
  topCountry: { value: 'Germany', share: 0.8 },
  weekday: 6,
  hour: 20,
}
const context = (own: Partial<PersonaFigures>, more: Partial<PersonaContext> = {}): PersonaContext => ({
  size: 500,
  own: { ...everybody, revenueShare: 0.2, customerShare: 0.2, ...own },
  all: everybody,
  traits: [],
  favourites: [{ category: 'Home', share: 0.4 }],
  liked: [],
  product: null,
  untried: null,
  channel: null,
  ...more,
})
const like = (label: string, lift: number) => ({
  id: label,
  label,
  customers: 50,
  share: 0.5,
  baseline: 0.5 / lift,
  lift,
  low: lift - 0.2,
  high: lift + 0.2,
})
const keys = (given: PersonaContext) => choosePersonaActions(given).map(({ key }) => key)

describe('choosePersonaActions', () => {
  it.each([
    [
      'champions',
      context({
        recency: 20,
        purchasesPerCustomer: 9,
        revenuePerCustomer: 600,
        onceShare: 0.02,
        discountShare: 0.03,
      }),
      ['loyaltyPreview', 'stopDiscounting', 'replenish'],
    ],
    [
      'valuable and gone',
      context({ recency: 300, revenuePerCustomer: 450 }),
      ['writePersonally', 'lookalike', 'timing'],
    ],
    [
      'gone',
      context({ recency: 300, revenuePerCustomer: 150 }, { liked: [like('Tea', 2)] }),
      ['winBack', 'showFavourites', 'timing'],
    ],
    [
      'gone and small',
      context({ recency: 300, revenuePerCustomer: 30 }),
      ['letGo', 'showFavourites', 'timing'],
    ],
    [
      'new',
      context({ recency: 10, onceShare: 0.9, gap: null, revenuePerCustomer: 60, purchasesPerCustomer: 1.1 }),
      ['secondPurchase', 'welcome', 'showFavourites'],
    ],
    [
      'bargain hunters',
      context({ discountShare: 0.3, returnShare: 0.12 }),
      ['reduceReturns', 'tieDiscounts', 'askForReview'],
    ],
  ])('%s', (_, given, expected) => {
    expect(keys(given)).toEqual(expected)
  })

  it('names figures and things', () => {
    const gone = context({ recency: 300, revenuePerCustomer: 150 }, { liked: [like('Tea', 2)] })
    expect(choosePersonaActions(gone)[0]).toEqual({
      key: 'winBack',
      params: { known: 'yes', category: 'Tea', recencyDays: 300 },
    })
    const pair = context({}, { liked: [like('Tea', 2.5), like('Cups', 2)] })
    expect(choosePersonaActions(pair)).toContainEqual({
      key: 'bundle',
      params: { first: 'Tea', second: 'Cups', firstFactor: 2.5 },
    })
    expect(keys(context({ topCity: { value: 'Lyon', share: 0.5 } }))).toContain('localCampaign')
    expect(keys(context({ topCity: { value: 'Berlin', share: 0.25 } }))).not.toContain('localCampaign')
  })

  it('always finds three different things to do', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    const amount = fc.double({ min: 0, max: 5000, noNaN: true })
    const own = fc.record({
      revenuePerCustomer: amount,
      orderValue: amount,
      recency: amount,
      purchasesPerCustomer: amount,
      onceShare: share,
      returnShare: share,
      discountShare: fc.option(share),
      consentShare: fc.option(share),
      gap: fc.option(amount),
      hour: fc.option(fc.integer({ min: 0, max: 23 })),
    })
    fc.assert(
      fc.property(own, fc.boolean(), (figures, bare) => {
        const given = context(figures, bare ? { favourites: [] } : {})
        const chosen = choosePersonaActions(given)
        expect(new Set(chosen.map(({ key }) => key)).size).toBe(3)
        for (const { params } of [...chosen, ...summarisePersona(given)])
          for (const value of Object.values(params)) expect(value).not.toBeNaN()
      }),
    )
  })
})

describe('summarisePersona', () => {
  it('says who they are, what they are worth and how they buy', () => {
    const regulars = context(
      { recency: 20, revenuePerCustomer: 500, revenueShare: 0.5, discountShare: 0.02 },
      { liked: [like('Tea', 2)], channel: { channel: 'app', share: 0.6, overall: 0.3 } },
    )
    expect(summarisePersona(regulars).map(({ key }) => key)).toEqual([
      'size',
      'ageAndPlace',
      'worthMore',
      'purchasesAndGap',
      'active',
      'liked',
      'fullPrice',
      'channel',
    ])
    const poorly = context({
      medianAge: null,
      topCity: null,
      topCountry: null,
      onceShare: 0.9,
      gap: null,
      recency: 300,
      revenuePerCustomer: 40,
    })
    expect(summarisePersona(poorly).map(({ key }) => key)).toEqual([
      'size',
      'worthLess',
      'oneTime',
      'lapsed',
      'favourite',
    ])
  })

  it('does not call everybody richer than the average', () => {
    const all = context({ customerShare: 1, revenueShare: 1 })
    expect(summarisePersona(all)).toContainEqual({
      key: 'worthAverage',
      params: { revenueMoney: 200, revenueShare: 1 },
    })
  })
})

it('takes silence for lapsed only beyond everybody’s and the own rhythm', () => {
  expect(isLapsed(context({ recency: 160 }))).toBe(true)
  expect(isLapsed(context({ recency: 140 }))).toBe(false)
  expect(isLapsed(context({ recency: 160, gap: 90 }))).toBe(false)
})

it('rounds money to two leading digits', () => {
  expect([0, 3.4, 37.46, 1234, 98_765].map(roundMoney)).toEqual([0, 3, 37, 1200, 99_000])
})

describe.each([
  ['en' as const, english],
  ['zh-CN' as const, chinese],
])('words in %s', (locale, messages) => {
  const t = createTranslator({
    locale,
    messages,
    onError: (error) => {
      throw error
    },
  })
  const formats = createFormats(locale, 'EUR', 'UTC')

  it('exist for every action and sentence, and no others', () => {
    expect(Object.keys(messages.actions)).toEqual([...actionKeys].sort())
    expect(Object.keys(messages.summary)).toEqual([...summaryKeys].sort())
  })

  it('have every value they name', () => {
    const cases = [
      context({ recency: 300, revenuePerCustomer: 900 }),
      context({ recency: 300, revenuePerCustomer: 90 }),
      context({ recency: 9, onceShare: 0.9, gap: null }, { favourites: [], product: like('Cup', 2) }),
      context(
        { orderValue: 20, discountShare: 0.4, returnShare: 0.3 },
        { liked: [like('A', 2), like('B', 2)] },
      ),
      context({ orderValue: 200, consentShare: 0.1 }, { untried: { label: 'C', share: 0.1, baseline: 0.3 } }),
    ]
    const phrases = cases.flatMap((one) => [
      ...choosePersonaActions(one).map((phrase) => ({ ...phrase, of: 'actions' })),
      ...summarisePersona(one).map((phrase) => ({ ...phrase, of: 'summary' })),
    ])
    for (const { of, key, params } of phrases) {
      const text = t(`${of}.${key}` as never, formatParams(formats, params) as never) as string
      expect(text).not.toMatch(/[{}]|NaN|undefined/)
    }
  })
})
