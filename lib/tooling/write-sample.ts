import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { generateSampleBrand } from '@/lib/sample/generate'
import { customerColumns, orderColumns, productColumns, reviewColumns } from '@/lib/sample/rows'
import { toCsv } from '@/lib/sample/to-csv'

const folder = fileURLToPath(new URL('../../public/sample/', import.meta.url))
const started = performance.now()
const { customers, orders, products, reviews } = generateSampleBrand()
const files = {
  customers: { rows: customers.length, text: toCsv(customers, customerColumns) },
  orders: { rows: orders.length, text: toCsv(orders, orderColumns) },
  products: { rows: products.length, text: toCsv(products, productColumns) },
  reviews: { rows: reviews.length, text: toCsv(reviews, reviewColumns) },
}

mkdirSync(folder, { recursive: true })
for (const [name, { rows, text }] of Object.entries(files)) {
  writeFileSync(`${folder}${name}.csv`, text)
  console.log(`public/sample/${name}.csv: ${rows} rows`)
}
console.log(`Written in ${Math.round(performance.now() - started)} ms`)
