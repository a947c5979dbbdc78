import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { missingFields } from '@/lib/csv/fields'
import type { Lack } from '@/lib/csv/find-lack'
import { inspectText } from './inspect-text'

const shared = fileURLToPath(new URL('../../../shared/data/', import.meta.url))
const sample = fileURLToPath(new URL('../../public/sample/', import.meta.url))

type Columns = Record<string, string>
type Expected = {
  file: string
  /** Each table's fields, the file's own table first. */
  tables: [string, Columns][]
  /** What the file lacks, so that it cannot be imported as it is. */
  missing?: string[]
  /** Why, as far as its rows tell. */
  lack?: Lack['kind']
}

const shopifyProducts = (more: Columns = {}): [string, Columns][] => [
  [
    'products',
    {
      ...more,
      ...{ product_id: 'Handle', title: 'Title', category: 'Type', brand: 'Vendor', price: 'Variant Price' },
      ...{ stock: 'Variant Inventory Qty', tags: 'Tags', image: 'Image Src', description: 'Body (HTML)' },
    },
  ],
]

const real: Expected[] = [
  {
    file: 'online_retail/slice_2010-12_to_2011-02.csv',
    tables: [
      [
        'orders',
        {
          ...{ order_id: 'InvoiceNo', customer_id: 'CustomerID', ordered_at: 'InvoiceDate' },
          ...{ product_id: 'StockCode', product_title: 'Description', quantity: 'Quantity' },
          unit_price: 'UnitPrice',
        },
      ],
      ['customers', { customer_id: 'CustomerID', country: 'Country' }],
    ],
  },
  {
    file: 'womens_clothing/Womens_Clothing_Reviews.csv',
    tables: [
      ['reviews', { product_id: 'Clothing ID', rating: 'Rating', title: 'Title', text: 'Review Text' }],
      ['products', { product_id: 'Clothing ID', category: 'Department Name' }],
    ],
  },
  {
    file: 'telco_churn/Telco-Customer-Churn.csv',
    tables: [['customers', { customer_id: 'customerID', gender: 'gender' }]],
  },
  { file: 'cdnow/cdnow_customers_summary.csv', tables: [['customers', { customer_id: 'ID' }]] },
  {
    file: 'cdnow/cdnow_customers_summary_with_transactions.csv',
    tables: [['customers', { customer_id: 'ID' }]],
  },
  { file: 'shopify_products/apparel.csv', tables: shopifyProducts() },
  { file: 'shopify_products/home-and-garden.csv', tables: shopifyProducts({ cost: 'Cost per item' }) },
  { file: 'shopify_products/jewelery.csv', tables: shopifyProducts() },
  // Who was called is nowhere in it: its customers can be numbered by row.
  {
    file: 'bank_marketing/bank-additional.csv',
    tables: [['customers', {}]],
    missing: ['customer_id'],
    lack: 'people',
  },
  // Neither who bought nor when is in it.
  {
    file: 'groceries/groceries.csv',
    tables: [['customers', {}]],
    missing: ['customer_id'],
    lack: 'baskets',
  },
]

const brand: Expected[] = [
  {
    file: 'customers.csv',
    tables: [
      [
        'customers',
        {
          ...{ customer_id: 'customer_id', email: 'email', phone: 'phone', first_name: 'first_name' },
          ...{ last_name: 'last_name', gender: 'gender', birth_date: 'birth_date', city: 'city' },
          ...{ country: 'country', signed_up_on: 'signup_date', consent: 'email_consent' },
        },
      ],
    ],
  },
  {
    file: 'orders.csv',
    tables: [
      [
        'orders',
        {
          ...{ order_id: 'order_id', line_no: 'line', customer_id: 'customer_id', ordered_at: 'order_date' },
          ...{ product_id: 'product_id', quantity: 'quantity', unit_price: 'unit_price' },
          ...{ discount: 'discount', channel: 'channel', status: 'status' },
        },
      ],
    ],
  },
]

describe('guesses on real files', () => {
  let warehouse: DuckDBInstance
  let folder: string
  beforeAll(async () => {
    warehouse = await DuckDBInstance.create(':memory:', { threads: '2', memory_limit: '512MB' })
    folder = await mkdtemp(join(tmpdir(), 'guess-'))
  })
  afterAll(async () => {
    warehouse.closeSync()
    await rm(folder, { recursive: true, force: true })
  })

  async function expectGuess(source: string, { tables, missing = [], lack }: Expected) {
    const { guess, headers, evidence } = await inspectText({
      ...{ warehouse, source, folder, options: {}, known: async () => null, progress: () => undefined },
    })
    const named = guess.tables.map(({ table, columns }) => [
      table,
      Object.fromEntries(Object.entries(columns).map(([field, column]) => [field, headers[column]])),
    ])
    expect(named).toEqual(tables)
    expect(guess.tables.flatMap(missingFields)).toEqual(missing)
    expect(evidence.lack?.kind).toBe(lack)
  }

  it.each(brand)('knows $file of the sample brand', (expected) =>
    expectGuess(join(sample, expected.file), expected),
  )

  it.skipIf(!existsSync(shared)).each(real)('knows $file (needs ../shared/data)', (expected) =>
    expectGuess(join(shared, expected.file), expected),
  )
})
