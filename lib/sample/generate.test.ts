import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { sampleBrand, sampleSizes } from './brand'
import { generateSampleBrand, type SampleBrandData } from './generate'
import { customerColumns, type OrderRow, orderColumns, productColumns, reviewColumns } from './rows'
import { toCsv } from './to-csv'

const brand = generateSampleBrand()
const amountOf = (line: OrderRow) => line.quantity * line.unit_price - line.discount
const customerOf = new Map(brand.customers.map((row) => [row.customer_id, row]))
const known = brand.orders.filter((line) => line.customer_id !== '')
const purchases = brand.orders.filter((line) => line.quantity > 0)
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

function groupBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group) group.push(row)
    else groups.set(key(row), [row])
  }
  return groups
}

function hashBrand(data: SampleBrandData): string {
  const texts = [
    toCsv(data.customers, customerColumns),
    toCsv(data.orders, orderColumns),
    toCsv(data.products, productColumns),
    toCsv(data.reviews, reviewColumns),
  ]
  return createHash('sha256').update(texts.join('\0')).digest('hex')
}

describe('generateSampleBrand', () => {
  it('gives the same bytes for a seed and others for another', () => {
    const hash = hashBrand(brand)
    expect(hashBrand(generateSampleBrand(1))).toBe(hash)
    expect(hashBrand(generateSampleBrand(2))).not.toBe(hash)
  })

  it.each([1, 2, 3, 4])('keeps its sizes with seed %i', (seed) => {
    const data = seed === 1 ? brand : generateSampleBrand(seed)
    expect(data.customers).toHaveLength(sampleSizes.customers)
    expect(data.products).toHaveLength(150)
    expect(data.reviews).toHaveLength(sampleSizes.reviews)
    expect(data.orders.length).toBeGreaterThan(57_000)
    expect(data.orders.length).toBeLessThan(63_000)
  })

  it('has unique keys and refers only to existing rows', () => {
    const keys = (values: readonly string[]) => expect(new Set(values).size).toBe(values.length)
    keys(brand.customers.map((row) => row.customer_id))
    keys(brand.customers.map((row) => row.email))
    keys(brand.customers.map((row) => row.phone).filter((phone) => phone !== ''))
    keys(brand.products.map((row) => row.product_id))
    keys(brand.products.map((row) => row.title))
    keys(brand.reviews.map((row) => row.review_id))
    keys(brand.orders.map((row) => `${row.order_id} ${row.line}`))
    const products = new Set(brand.products.map((row) => row.product_id))
    expect(known.filter((line) => !customerOf.has(line.customer_id))).toEqual([])
    expect(brand.orders.filter((line) => !products.has(line.product_id))).toEqual([])
    for (const lines of groupBy(brand.orders, (line) => line.order_id).values()) {
      expect(new Set(lines.map((line) => line.customer_id)).size).toBe(1)
    }
  })

  it('has contacts that reach nobody', () => {
    for (const { email, phone } of brand.customers) {
      expect(email).toMatch(/^[a-z0-9.-]+@example\.(com|org|net)$/)
      expect(phone).toMatch(/^$|^\+[1-9]\d{9,13}$/)
    }
  })

  it('sells within the window and after sign-up', () => {
    for (const { order_date, customer_id } of brand.orders) {
      const day = order_date.slice(0, 10)
      expect(order_date).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/)
      expect(day >= sampleBrand.firstDate && day <= sampleBrand.lastDate).toBe(true)
      expect(day >= (customerOf.get(customer_id)?.signup_date ?? '')).toBe(true)
    }
  })

  it('takes back about 3 % of lines and never more than was bought before', () => {
    const balance = new Map<string, number>()
    for (const line of brand.orders) {
      const key = `${line.order_id} ${line.product_id}`
      balance.set(key, (balance.get(key) ?? 0) + line.quantity)
      expect(balance.get(key)).toBeGreaterThanOrEqual(0)
      expect(line.quantity < 0).toBe(line.status === 'returned')
      expect(Math.sign(amountOf(line))).toBe(Math.sign(line.quantity))
    }
    const share = 1 - purchases.length / brand.orders.length
    expect(share).toBeGreaterThan(0.02)
    expect(share).toBeLessThan(0.04)
  })

  it('has about 1 % guest lines and 70 % consent', () => {
    const guests = 1 - known.length / brand.orders.length
    expect(guests).toBeGreaterThan(0.007)
    expect(guests).toBeLessThan(0.015)
    const consent = brand.customers.filter((row) => row.email_consent === 'yes').length
    expect(consent / brand.customers.length).toBeCloseTo(0.7, 1)
  })

  it('lets reviews be written by buyers after their purchase', () => {
    const firstBought = new Map<string, string>()
    for (const line of purchases) {
      const key = `${line.customer_id} ${line.product_id}`
      if (!firstBought.has(key)) firstBought.set(key, line.order_date.slice(0, 10))
    }
    for (const review of brand.reviews) {
      const bought = firstBought.get(`${review.customer_id} ${review.product_id}`)
      expect(bought).toBeDefined()
      expect(review.review_date > bought!).toBe(true)
      expect(review.review_date <= sampleBrand.lastDate).toBe(true)
      expect(review.text).not.toMatch(/[{}]|undefined/)
    }
    const chinese = brand.reviews.filter((review) => /\p{Script=Han}/u.test(review.text)).length
    expect(chinese / brand.reviews.length).toBeCloseTo(0.15, 2)
    const distinct = new Set(brand.reviews.map((review) => review.text)).size
    expect(distinct / brand.reviews.length).toBeGreaterThan(0.9)
    expect(brand.reviews.filter((review) => review.text.includes('\n')).length).toBeGreaterThan(50)
  })
})

describe('behaviour in the sample brand', () => {
  it('has one-time buyers and few customers with most of the revenue', () => {
    const byCustomer = [...groupBy(known, (line) => line.customer_id).values()]
    const oneTime = byCustomer.filter((lines) => new Set(lines.map((line) => line.order_id)).size === 1)
    expect(oneTime.length / byCustomer.length).toBeGreaterThan(0.25)
    expect(oneTime.length / byCustomer.length).toBeLessThan(0.45)
    const spend = byCustomer.map((lines) => sum(lines.map(amountOf))).sort((a, b) => b - a)
    const top = sum(spend.slice(0, Math.round(byCustomer.length / 5))) / sum(spend)
    expect(top).toBeGreaterThan(0.5)
    expect(top).toBeLessThan(0.75)
  })

  it('peaks before Christmas, sells most at weekends and grows', () => {
    const revenue = (test: (date: string) => boolean) =>
      sum(purchases.filter((line) => test(line.order_date)).map(amountOf))
    const month = (name: string) => revenue((date) => date.startsWith(name))
    const ordinary = ['2025-03', '2025-05', '2025-08', '2025-09'].map(month)
    expect(Math.min(month('2025-11'), month('2025-12'))).toBeGreaterThan(1.4 * Math.max(...ordinary))
    expect(month('2026-05') + month('2026-09')).toBeGreaterThan(1.1 * (month('2025-05') + month('2025-09')))
    const onWeekday = (days: readonly number[]) =>
      revenue((date) => days.includes(new Date(`${date.slice(0, 10)}T00:00:00Z`).getUTCDay())) / days.length
    expect(onWeekday([0, 6])).toBeGreaterThan(1.15 * onWeekday([2, 3]))
  })

  it('gives bargain hunters: frequent buyers with most lines discounted', () => {
    const shares = [...groupBy(purchases, (line) => line.customer_id).values()]
      .filter((lines) => lines.length >= 6)
      .map((lines) => lines.filter((line) => line.discount > 0).length / lines.length)
    expect(shares.filter((share) => share > 0.7).length).toBeGreaterThan(300)
    expect(shares.filter((share) => share < 0.3).length).toBeGreaterThan(700)
  })
})
