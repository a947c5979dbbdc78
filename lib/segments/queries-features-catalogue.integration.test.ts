import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { features } from '@/lib/features/catalogue'
import { publishFullBrand } from './features-brand.fixture'
import { findAvailability } from './queries-availability'
import { loadFeatures } from './queries-features'
import { openTestBrand, type TestBrand } from './segments.fixture'

const all = features.map(({ id }) => id)
const asOf = '2024-06-30'

let test: TestBrand
beforeAll(async () => {
  test = await openTestBrand('sqlite')
})
afterAll(() => test.close())
beforeEach(() => test.clear())

async function load(day = asOf) {
  const connection = await test.warehouse.connect()
  try {
    return await loadFeatures(connection, test.dataDir, await test.batches(), all, day)
  } finally {
    connection.closeSync()
  }
}

/** Every feature of one customer; null = missing. */
async function readCustomer(id: string): Promise<Record<string, number | null>> {
  const table = await load()
  const row = table.customerIds.indexOf(id)
  const read = (value: number) => (Number.isNaN(value) ? null : value)
  return Object.fromEntries(all.map((feature, i) => [feature, read(table.values[i]![row]!)]))
}

function expectFigures(actual: Record<string, number | null>, expected: Record<string, number | null>): void {
  expect(Object.keys(expected).sort()).toEqual(Object.keys(actual).sort())
  for (const [feature, value] of Object.entries(expected)) {
    if (value === null) expect(actual[feature], feature).toBeNull()
    else expect(actual[feature], feature).toBeCloseTo(value, 9)
  }
}

/** exp of Shannon's entropy, from the definition */
function variety(...parts: number[]): number {
  const whole = parts.reduce((sum, part) => sum + part, 0)
  return Math.exp(-parts.reduce((sum, part) => sum + (part / whole) * Math.log(part / whole), 0))
}

/** circular standard deviation of clock times, in hours */
function clockSpread(...hours: number[]): number {
  const mean = (turn: (angle: number) => number) =>
    hours.reduce((sum, hour) => sum + turn((hour * Math.PI) / 12), 0) / hours.length
  return (Math.sqrt(-2 * Math.log(Math.hypot(mean(Math.cos), mean(Math.sin)))) * 12) / Math.PI
}

describe('every feature of a small brand, by hand', () => {
  beforeEach(() => publishFullBrand(test))

  it('of a customer with five purchases and a return', async () => {
    expectFigures(await readCustomer('A'), {
      // purchases of 5, 40, 10, 49 and 60, last on 20 June; 30 came back
      recency: 10,
      frequency: 5,
      monetary: 134,
      average_order_value: 164 / 5,
      largest_order: 60,
      last_order_value: 60,
      order_value_sd: Math.sqrt((25 + 1600 + 100 + 2401 + 3600) / 5 - (164 / 5) ** 2),
      year_sales: 159,
      // 483, 239, 137, 56 and 10 days ago: gaps of 244, 102, 81 and 46
      tenure: 483,
      active_span: 473,
      purchase_gap: 473 / 4,
      median_gap: 91.5,
      longest_gap: 244,
      gap_variation: Math.sqrt((244 ** 2 + 102 ** 2 + 81 ** 2 + 46 ** 2) / 4 - (473 / 4) ** 2) / (473 / 4),
      overdue: 10 / (473 / 4),
      recent_share: 109 / 164,
      recent_purchases: 2,
      quarter_change: (109 - 10) / (109 + 10),
      // months 4 (40), 7 (10), 10 (49) and 11 (60) of 0 … 11
      spend_slope: (-1.5 * 40 + 1.5 * 10 + 4.5 * 49 + 5.5 * 60) / 143,
      active_months: 4,
      // 1, 3, 1, 2 and 2 pieces in 1, 2, 1, 2 and 1 lines
      items_per_purchase: 9 / 5,
      largest_basket: 3,
      last_basket: 2,
      basket_sd: Math.sqrt(19 / 5 - (9 / 5) ** 2),
      lines_per_purchase: 7 / 5,
      unit_price: 164 / 9,
      highest_unit_price: 40,
      discount_share: 15 / 179,
      discounted_purchases: 2 / 5,
      deepest_discount: 10 / 59,
      // P1 … P4 stand at 0, 1/3, 2/3 and 1
      price_level: 0.5,
      return_share: 30 / 164,
      returned_purchases: 1,
      days_since_return: 5,
      distinct_products: 5,
      repeat_product_share: 1 / 5,
      // P1 and P2 on their first day, P4; P3 was 171 days old, P5 has been there from the beginning
      new_product_share: (20 + 20 + 40) / 164,
      distinct_categories: 3,
      category_diversity: variety(79, 20, 60),
      top_category_share: 79 / 159,
      distinct_brands: 2,
      brand_diversity: variety(99, 20),
      top_brand_share: 99 / 119,
      channel_diversity: variety(89, 70),
      top_channel_share: 89 / 159,
      weekend_share: 3 / 5,
      year_end_share: 1 / 5,
      morning_share: 1 / 5,
      evening_share: 2 / 5,
      night_share: 1 / 5,
      hour_spread: clockSpread(12, 8.5, 20.5, 2.5, 20.5),
      first_order_value: 5,
      first_order_items: 1,
      first_order_discount: 0,
      days_to_second: 244,
      days_to_first: 4,
      average_rating: 4.5,
      reviews: 2,
      days_since_review: 20,
      recent_views: 2,
      recent_carts: 1,
      recent_wishes: 1,
      days_since_interaction: 2,
      campaigns: 3,
      campaign_response: 1 / 2,
      links_in: 2,
      links_out: 1,
      age: 33,
      days_since_signup: 487,
      free_mail: 1,
      consented: 1,
    })
  })

  it('of a customer with one purchase of whom nothing else is known', async () => {
    const actual = await readCustomer('B')
    const known = {
      ...{ recency: 0, frequency: 1, monetary: 10, average_order_value: 10, largest_order: 10 },
      ...{ last_order_value: 10, year_sales: 10, tenure: 0, active_span: 0, recent_share: 1 },
      ...{ recent_purchases: 1, quarter_change: 1, spend_slope: 55 / 143, active_months: 1 },
      ...{ items_per_purchase: 2, largest_basket: 2, last_basket: 2, lines_per_purchase: 2, unit_price: 5 },
      ...{ highest_unit_price: 5, discount_share: 0, discounted_purchases: 0, deepest_discount: 0 },
      ...{ return_share: 0, returned_purchases: 0, distinct_products: 1, repeat_product_share: 0 },
      ...{ new_product_share: 1, distinct_categories: 0, distinct_brands: 0, weekend_share: 1 },
      ...{ year_end_share: 0, morning_share: 0, evening_share: 1, night_share: 0, first_order_value: 10 },
      ...{ first_order_items: 2, first_order_discount: 0, reviews: 0, recent_views: 0, recent_carts: 0 },
      ...{ recent_wishes: 0, campaigns: 0, links_in: 1, links_out: 1 },
    }
    expectFigures(actual, { ...Object.fromEntries(all.map((id) => [id, null])), ...known })
  })

  it('stay the same when later data come in', async () => {
    const before = await load()
    await test.publish('orders', [
      { customer_id: 'A', order_id: 'L1', ordered_at: '2024-07-02 09:00:00', quantity: 3, amount: 700 },
      {
        customer_id: 'B',
        order_id: 'L2',
        ordered_at: '2024-07-03',
        quantity: -1,
        amount: -5,
        product_id: 'P9',
      },
      {
        customer_id: 'new',
        order_id: 'L3',
        ordered_at: '2024-08-01',
        quantity: 1,
        amount: 9,
        product_id: 'P1',
      },
    ])
    await test.publish('interactions', [{ customer_id: 'B', event: 'view', occurred_at: '2024-07-05' }])
    await test.publish('reviews', [
      { review_id: '9', customer_id: 'B', rating: 2, reviewed_on: '2024-07-05' },
    ])
    const { withoutPurchase, ...figures } = before
    expect(figures.customerIds).toEqual(['A', 'B', 'Z'])
    expect(await load()).toEqual({ ...figures, withoutPurchase: withoutPurchase + 1 })
  })

  it('are all offered', async () => {
    const options = await findAvailability(test.warehouse, test.dataDir, await test.batches())
    expect(options?.missing).toEqual([])
    expect(options?.available).toEqual(all)
  })
})

describe('a brand with days, no discounts and a short history', () => {
  beforeEach(() =>
    test.publish('orders', [
      { customer_id: 'A', order_id: '1', ordered_at: '2024-05-01', quantity: 1, amount: 10 },
      { customer_id: 'A', order_id: '3', ordered_at: '2024-06-01', quantity: 1, amount: 30 },
      { customer_id: 'A', order_id: '2', ordered_at: '2024-06-01', quantity: 1, amount: 20 },
      { customer_id: 'B', order_id: '4', ordered_at: '2024-05-01', quantity: 1.5, amount: 0.01 },
    ]),
  )

  it('has the features it can have', async () => {
    const options = await findAvailability(test.warehouse, test.dataDir, await test.batches())
    const needs = new Map(options?.missing.map(({ feature, needs }) => [feature, needs]))
    expect(needs.get('evening_share')).toEqual([{ table: 'orders', column: 'time_of_day' }])
    expect(needs.get('spend_slope')).toEqual([{ table: 'orders', column: 'full_year' }])
    expect(needs.get('quarter_change')).toEqual([{ table: 'orders', column: 'half_year' }])
    expect(needs.get('discount_share')).toEqual([{ table: 'orders', column: 'discount' }])
    expect(needs.get('recent_views')).toEqual([{ table: 'interactions', column: 'view' }])
    expect(options?.available).toEqual(expect.arrayContaining(['median_gap', 'items_per_purchase']))
  })

  it('takes orders of one moment in the order of their numbers, and no discount for none', async () => {
    expect(await readCustomer('A')).toMatchObject({
      ...{
        last_order_value: 30,
        first_order_value: 10,
        longest_gap: 31,
        median_gap: 15.5,
        days_to_second: 31,
      },
      ...{ discount_share: 0, discounted_purchases: 0, deepest_discount: 0, first_order_discount: 0 },
      ...{ gap_variation: 1, hour_spread: 0, night_share: 1 },
    })
  })

  it('counts parts of pieces and of cents', async () => {
    const figures = await readCustomer('B')
    expect(figures).toMatchObject({ monetary: 0.01, items_per_purchase: 1.5, largest_basket: 1.5 })
    expect(figures.unit_price).toBeCloseTo(0.01 / 1.5, 12)
  })
})
