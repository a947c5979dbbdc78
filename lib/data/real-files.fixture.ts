import { fileURLToPath } from 'node:url'
import type { Mapping } from '@/lib/csv/mapping'

export const realFiles = fileURLToPath(new URL('../../../shared/data/', import.meta.url))

export type RealFile = {
  file: string
  /** records in it */
  rows: number
  /** records of its own table that it makes: a key may be on several rows */
  made: number
  /** What its user has to say, and what that does to the mapping as it is recognised. */
  correction?: { said: string; change: (guess: Mapping) => Mapping }
}

const numberRows = (guess: Mapping): Mapping => ({
  ...guess,
  tables: guess.tables.map((table) => ({ ...table, numbered: true })),
})

/** Every file of ../shared/data that is a table of people, orders, products or reviews. */
export const importableFiles: readonly RealFile[] = [
  { file: 'online_retail/slice_2010-12_to_2011-02.csv', rows: 105_335, made: 105_335 },
  { file: 'cdnow/CDNOW_sample.txt', rows: 6919, made: 6919 },
  { file: 'cdnow/cdnow_customers_summary.csv', rows: 2357, made: 2357 },
  { file: 'cdnow/cdnow_customers_summary_with_transactions.csv', rows: 2357, made: 2357 },
  { file: 'telco_churn/Telco-Customer-Churn.csv', rows: 7043, made: 7043 },
  { file: 'womens_clothing/Womens_Clothing_Reviews.csv', rows: 23_486, made: 23_486 },
  { file: 'shopify_products/apparel.csv', rows: 22, made: 20 },
  { file: 'shopify_products/home-and-garden.csv', rows: 21, made: 20 },
  { file: 'shopify_products/jewelery.csv', rows: 41, made: 20 },
  {
    file: 'bank_marketing/bank-additional.csv',
    rows: 4119,
    made: 4119,
    correction: { said: 'number the customers by row', change: numberRows },
  },
]

/** Baskets: 9,835 rows of things bought together, without a customer and a date. */
export const basketsFile = 'groceries/groceries.csv'
