import { describe, expect, it } from 'vitest'
import { profileRecords } from './column-profiles.fixture'
import { guessMapping } from './guess-mapping'
import { parseRecords } from './parse-records'

function guess(header: string, records: readonly string[]) {
  const [headers = [], ...rows] = parseRecords([header, ...records].join('\n'), ',')
  const { mapping, evidence } = guessMapping(headers, profileRecords(headers.length, rows))
  return { own: mapping.tables[0], lack: evidence.lack }
}
const repeat = (count: number, make: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => make(n))
const jobs = ['nurse', 'clerk', 'cook']

describe('people whom no column names', () => {
  const person = (n: number) => `${20 + (n % 40)},${jobs[n % 3]},${n % 5},${n % 2 ? 'yes' : 'no'}`

  it('are customers, whatever a column of campaigns says, and are not numbered unasked', () => {
    const { own, lack } = guess('age,job,campaign,y', repeat(200, person))
    expect(own).toEqual({ table: 'customers', mode: 'update', columns: {}, attributes: [0, 1, 2, 3] })
    expect(lack).toEqual({ kind: 'people', columns: [0, 1] })
    const chinese = guess('年龄,职业,次数,回应', repeat(200, person))
    expect(chinese.lack).toEqual({ kind: 'people', columns: [0, 1] })
  })

  it('lack nothing where a column names them, known or not', () => {
    expect(
      guess(
        'customer_id,age,job',
        repeat(200, (n) => `C${n},${person(n)}`),
      ).lack,
    ).toBeUndefined()
    expect(
      guess(
        'email,age,job',
        repeat(200, (n) => `a${n}@x.de,${person(n)}`),
      ).lack,
    ).toBeUndefined()
    expect(
      guess(
        'ref,age,job',
        repeat(200, (n) => `${1000 + n},${person(n)}`),
      ).lack,
    ).toBeUndefined()
    expect(
      guess(
        'ref,age,job',
        repeat(200, (n) => `X-${n},${person(n)}`),
      ).lack,
    ).toBeUndefined()
    // A measure that happens to differ in every row is no key.
    expect(
      guess(
        'balance,age,job',
        repeat(200, (n) => `${n}.25,${person(n)}`),
      ).lack?.kind,
    ).toBe('people')
  })

  it('are not seen in other files', () => {
    expect(
      guess(
        'age,job',
        repeat(200, (n) => `${n * 10},${jobs[n % 3]}`),
      ).lack,
    ).toBeUndefined()
    expect(
      guess(
        'age,price',
        repeat(200, (n) => `${20 + (n % 40)},${n % 9}`),
      ).lack,
    ).toBeUndefined()
    const sales = guess(
      'date,amount,gender,age',
      repeat(
        200,
        (n) => `2024-01-${10 + (n % 20)},${n % 30}.50,${n % 2 ? 'female' : 'male'},${20 + (n % 40)}`,
      ),
    )
    expect([sales.own?.table, sales.lack]).toEqual(['orders', undefined])
  })
})

describe('baskets', () => {
  const goods = ['milk', 'bread', 'soda', 'butter', 'yoghurt', 'beer']
  const basket = (n: number) =>
    Array.from({ length: 4 }, (_, at) => (at <= n % 4 ? (goods[(n * 5 + at * 7) % 6] ?? '') : '')).join(',')

  it('are told by what recurs in every column, with and without a header', () => {
    const { lack } = guess('item1,item2,item3,item4', repeat(120, basket))
    expect(lack?.kind).toBe('baskets')
    expect(lack?.kind === 'baskets' && lack.items.every((item) => goods.includes(item))).toBe(true)
    expect(guess('milk,beer,soda,bread', repeat(120, basket)).lack?.kind).toBe('baskets')
  })

  it('are not seen in columns that differ', () => {
    const rows = repeat(120, (n) => `${goods[n % 6]},${jobs[n % 3]},${n % 2 ? 'north' : ''}`)
    expect(guess('a,b,c', rows).lack).toBeUndefined()
    const full = repeat(120, (n) => `${goods[n % 6]},${goods[(n + 1) % 6]},${goods[(n + 2) % 6]}`)
    expect(guess('home,work,other', full).lack).toBeUndefined()
  })
})
