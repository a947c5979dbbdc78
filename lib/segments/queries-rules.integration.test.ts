import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DuckDBInstance } from '@duckdb/node-api'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { featureColumn, fieldColumn } from '@/lib/features/column'
import { attributeId } from '@/lib/features/feature-id'
import { parseRule } from '@/lib/rules/parse-rule'
import { featureOperators, fieldOperators, type Rule } from '@/lib/rules/rule'
import { openWarehouse } from '@/lib/warehouse/duckdb'
import { warehousePath } from '@/lib/warehouse/paths'
import { publishParquet } from '@/lib/warehouse/publish'
import { quoteName, quoteText } from '@/lib/warehouse/sql'
import { readOverlap, readRuleFigures, type SegmentFile } from './queries-rules'

type Customer = {
  recency: number | null
  points: number | null
  country: string | null
  tier: string | null
  segment: number
}

const countries = ['Germany', 'germany', "Côte d'Ivoire", '中国', '100%_"off"', null]
const tiers = ['Gold', '', null]
const recencies = [0, 30, 31.5, -2, null]
const points = [5, null, 30]
const shop = { recency: 'recency', points: attributeId('Points (new)') }
const texts = { country: 'country', tier: 'attribute:Loyalty "tier"' }

/** Every combination, each worth a power of nothing special: its number. */
const customers: Customer[] = recencies.flatMap((recency, r) =>
  points.flatMap((point, p) =>
    countries.flatMap((country, c) =>
      tiers.map((tier, t) => ({ recency, points: point, country, tier, segment: (r + p + c + t) % 3 })),
    ),
  ),
)

let folder: string
let warehouse: DuckDBInstance
let path: string
let segments: Map<string, SegmentFile>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rules-'))
  warehouse = await openWarehouse(folder, { memory: '300MB', threads: 2 })
  path = warehousePath(folder, 'snapshot.parquet')
  const run = warehousePath(folder, 'run.parquet')
  const literal = (value: string | number | null) => (value === null ? 'NULL' : quoteText(String(value)))
  const rows = customers.map(
    ({ recency, points: point, country, tier, segment }, n) =>
      `(${n}, ${literal(recency)}, ${literal(point)}, ${literal(country)}, ${literal(tier)}, ${segment})`,
  )
  const connection = await warehouse.connect()
  await connection.run(
    `CREATE TEMP TABLE people AS SELECT * FROM (VALUES ${rows.join(', ')}) given(n, recency, points, country, tier, segment)`,
  )
  await publishParquet(
    connection,
    `SELECT 'C' || n AS customer_id, n::DOUBLE AS net_revenue,
       recency::DOUBLE AS ${quoteName(featureColumn(shop.recency))}, points::DOUBLE AS ${quoteName(featureColumn(shop.points))},
       country AS ${quoteName(fieldColumn(texts.country))}, tier AS ${quoteName(fieldColumn(texts.tier))} FROM people`,
    path,
  )
  await publishParquet(
    connection,
    "SELECT 'C' || n AS customer_id, segment::INTEGER AS segment, n::DOUBLE AS net_revenue FROM people WHERE segment < 2",
    run,
  )
  connection.closeSync()
  segments = new Map([0, 1].map((position) => [`s${position}`, { path: run, position }]))
})
afterAll(async () => {
  warehouse.closeSync()
  await rm(folder, { recursive: true })
})

/** Kleene's logic by hand: true, false or null. */
function meets(rule: Rule, customer: Customer): boolean | null {
  switch (rule.type) {
    case 'group': {
      const parts = rule.rules.filter((one) => one.type !== 'group' || hasCondition(one))
      if (parts.length === 0) return true
      const answers = parts.map((one) => meets(one, customer))
      const decisive = rule.operator === 'or'
      const answer = answers.includes(decisive) ? decisive : answers.includes(null) ? null : !decisive
      return rule.not && answer !== null ? !answer : answer
    }
    case 'segment':
      return (customer.segment === Number(rule.segmentId.slice(1))) === rule.member
    case 'feature': {
      const value = rule.feature === shop.recency ? customer.recency : customer.points
      if (rule.operator === 'missing' || rule.operator === 'present')
        return (value === null) === (rule.operator === 'missing')
      if (value === null) return null
      const [a, b] = [rule.value ?? 0, rule.upper ?? 0]
      const tests = {
        '<': value < a,
        '<=': value <= a,
        '=': value === a,
        '!=': value !== a,
        '>=': value >= a,
        '>': value > a,
      }
      return rule.operator === 'between'
        ? value >= Math.min(a, b) && value <= Math.max(a, b)
        : tests[rule.operator]
    }
    case 'field': {
      const text = rule.field === texts.country ? customer.country : customer.tier
      if (rule.operator === 'missing' || rule.operator === 'present')
        return (text === null) === (rule.operator === 'missing')
      if (text === null) return null
      if (rule.operator === 'contains')
        return rule.values.some((one) => text.toLowerCase().includes(one.toLowerCase()))
      return rule.values.includes(text) === (rule.operator === 'is')
    }
  }
}

function hasCondition(rule: Rule): boolean {
  return rule.type === 'group' ? rule.rules.some(hasCondition) : true
}

function expected(rule: Rule) {
  const found = customers.flatMap((customer, n) =>
    !hasCondition(rule) || meets(rule, customer) === true ? [n] : [],
  )
  return { customers: found.length, revenue: found.reduce((sum, n) => sum + n, 0) }
}

const read = (text: string) => readRuleFigures(warehouse, path, parseRule(text), segments)
const count = async (text: string) => (await read(text)).customers

describe('rules on a snapshot', () => {
  it('counts and sums those who meet them', async () => {
    expect(await read('everybody')).toEqual({
      customers: customers.length,
      revenue: (customers.length * (customers.length - 1)) / 2,
    })
    expect(await read('recency <= 30')).toEqual(expected(parseRule('recency <= 30')))
    expect(await read('recency > 1e9')).toEqual({ customers: 0, revenue: 0 })
  })

  it('leaves who lacks the value out of a condition and of its opposite', async () => {
    const all = customers.length
    const fifth = all / recencies.length
    expect(await count('recency <= 30')).toBe(3 * fifth)
    expect(await count('not recency <= 30')).toBe(fifth)
    expect(await count('recency is missing')).toBe(fifth)
    expect(await count('not recency is missing')).toBe(all - fifth)
    expect(await count('not recency <= 30 or recency is missing')).toBe(2 * fifth)
    const sixth = all / countries.length
    expect(await count('country is not "Germany"')).toBe(4 * sixth)
    expect(await count('not country in ("Germany", "中国")')).toBe(3 * sixth)
    expect(await count('not (country is "Germany" and recency is missing)')).toBe(
      expected(parseRule('not (country is "Germany" and recency is missing)')).customers,
    )
  })

  it('takes values as they are, quotes and all', async () => {
    const sixth = customers.length / countries.length
    expect(await count(`country is "Côte d'Ivoire"`)).toBe(sixth)
    expect(await count('country is "100%_\\"off\\""')).toBe(sixth)
    expect(await count('country contains "%_"')).toBe(sixth)
    expect(await count('country contains "GERMAN"')).toBe(2 * sixth)
    expect(await count(`country is "x' OR 1 = 1 --"`)).toBe(0)
    expect(await count('attribute "Loyalty \\"tier\\"" is ""')).toBe(customers.length / tiers.length)
    expect(await count('number "Points (new)" = 30')).toBe(customers.length / points.length)
  })

  it('joins the members of segments', async () => {
    const inFirst = customers.filter(({ segment }) => segment === 0).length
    expect(await count('in segment "s0"')).toBe(inFirst)
    expect(await count('not in segment "s0"')).toBe(customers.length - inFirst)
    expect(await count('in segment "s0" and in segment "s1"')).toBe(0)
    await expect(read('in segment "s9"')).rejects.toThrow('s9')
  })

  it('agrees with three-valued logic worked out by hand, whatever the rule', async () => {
    const number = fc.constantFrom(-2, 0, 5, 30, 31, 31.5)
    const condition: fc.Arbitrary<Rule> = fc.oneof(
      fc
        .record({
          feature: fc.constantFrom(...Object.values(shop)),
          operator: fc.constantFrom(...featureOperators),
          value: number,
          upper: number,
        })
        .map((one) => ({ type: 'feature' as const, ...one })),
      fc
        .record({
          field: fc.constantFrom(...Object.values(texts)),
          operator: fc.constantFrom(...fieldOperators),
          values: fc.array(fc.constantFrom('Germany', 'germany', 'o', '中国', 'Gold', ''), {
            minLength: 1,
            maxLength: 2,
          }),
        })
        .map((one) => ({ type: 'field' as const, ...one })),
      fc.record({
        type: fc.constant('segment' as const),
        segmentId: fc.constantFrom('s0', 's1'),
        member: fc.boolean(),
      }),
    )
    const { rule } = fc.letrec<{ rule: Rule }>((tie) => ({
      rule: fc.oneof(
        { maxDepth: 3 },
        condition,
        fc.record({
          type: fc.constant('group' as const),
          operator: fc.constantFrom('and' as const, 'or' as const),
          not: fc.boolean(),
          rules: fc.array(tie('rule'), { maxLength: 3 }),
        }),
      ),
    }))
    await fc.assert(
      fc.asyncProperty(rule, async (one) => {
        expect(await readRuleFigures(warehouse, path, one, segments)).toEqual(expected(one))
      }),
      { numRuns: 300 },
    )
  })
})

describe('readOverlap', () => {
  it('splits two segments into three parts', async () => {
    const [a, b] = [segments.get('s0')!, segments.get('s1')!]
    const of = (segment: number) => customers.flatMap((one, n) => (one.segment === segment ? [n] : []))
    const figures = (found: number[]) => ({
      customers: found.length,
      revenue: found.reduce((sum, n) => sum + n, 0),
    })
    const none = { customers: 0, revenue: 0 }
    expect(await readOverlap(warehouse, a, b, 'a')).toEqual({
      onlyA: figures(of(0)),
      both: none,
      onlyB: figures(of(1)),
    })
    expect(await readOverlap(warehouse, a, a, 'b')).toEqual({
      onlyA: none,
      both: figures(of(0)),
      onlyB: none,
    })
  })
})
