import { describe, expect, it } from 'vitest'
import type { QualityFacts } from './queries-quality'
import { type RowSet, rowSets } from './schema'
import { rankFindings } from './view'

type Change = Partial<Omit<QualityFacts, 'rows' | 'sets'>> & {
  rows?: Partial<QualityFacts['rows']>
  sets?: Partial<QualityFacts['sets']>
}

const none = Object.fromEntries(rowSets.map((set) => [set, { rows: 0, sales: 0 }])) as QualityFacts['sets']
const tables = {
  customers: 100,
  orders: 1000,
  products: 50,
  reviews: 10,
  interactions: 0,
  links: 0,
  campaigns: 0,
}
const facts = ({ rows, sets, ...change }: Change = {}): QualityFacts => ({
  ...{ sales: 10_000, historyDays: 730, currencies: [{ currency: 'EUR', lines: 1000 }], ...change },
  rows: { ...tables, ...rows },
  sets: { ...none, ...sets },
})
const rank = (change: Change) =>
  rankFindings(facts(change), 'EUR').findings.map(({ check, severity }) => `${check} ${severity}`)
const only = (set: RowSet, rows: number, sales = 0): Change => ({ sets: { [set]: { rows, sales } } })

describe('the ranking of what would improve the analyses', () => {
  it('finds nothing in good data and says what was checked', () => {
    const { findings, passed } = rankFindings(facts(), 'EUR')
    expect(findings).toEqual([])
    expect(passed).toHaveLength(23)
  })

  it('puts first what takes most away', () => {
    const sets: Change['sets'] = {
      productsWithoutCategory: { rows: 50, sales: 0 },
      ordersWithoutCustomer: { rows: 250, sales: 2500 },
      productsNeverSold: { rows: 5, sales: 0 },
      ordersInFuture: { rows: 1, sales: 10 },
    }
    expect(rank({ sets })).toEqual([
      'productsWithoutCategory high',
      'ordersWithoutCustomer high',
      'ordersInFuture high',
      'productsNeverSold low',
    ])
  })

  it('weighs lines without a customer by what they sold', () => {
    expect(rank(only('ordersWithoutCustomer', 500, 100))).toEqual(['ordersWithoutCustomer low'])
    expect(rank(only('ordersWithoutCustomer', 5, 9000))).toEqual(['ordersWithoutCustomer high'])
    expect(rank({ ...only('ordersWithoutCustomer', 500), sales: 0 })).toEqual(['ordersWithoutCustomer high'])
    expect(rank(only('ordersWithoutCustomer', 3, 0))).toEqual(['ordersWithoutCustomer low'])
  })

  it('does not ask about tables that are not there', () => {
    const rows = { products: 0, customers: 0, reviews: 0 }
    expect(rank({ rows })).toEqual(['noProducts high', 'noCustomers high'])
    expect(rank({ rows: { ...rows, orders: 0 }, historyDays: null, currencies: [] })).toEqual([
      'noOrders high',
    ])
  })

  it('warns of a short history the more, the shorter it is', () => {
    expect(rank({ historyDays: 30 })).toEqual(['shortHistory high'])
    expect(rank({ historyDays: 300 })).toEqual(['shortHistory medium'])
    expect(rank({ historyDays: 365 })).toEqual([])
  })

  it('knows mixed currencies from one that is not the workspace’s', () => {
    expect(rank({ currencies: [{ currency: 'USD', lines: 900 }] })).toEqual(['otherCurrency high'])
    const currencies = ['EUR', 'USD'].map((currency) => ({ currency, lines: 1 }))
    expect(rank({ currencies, ...only('ordersOtherCurrency', 1) })).toEqual(['ordersOtherCurrency high'])
  })

  it('says nothing of currencies that no line names', () => {
    const { passed } = rankFindings(facts({ currencies: [] }), 'EUR')
    expect(passed).not.toContain('ordersOtherCurrency')
    expect(passed).not.toContain('otherCurrency')
    const mixed = ['EUR', 'USD'].map((currency) => ({ currency, lines: 1 }))
    expect(rankFindings(facts({ currencies: mixed }), 'EUR').passed).not.toContain('otherCurrency')
  })
})
