import 'server-only'
import { createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { tableFields } from '@/lib/csv/fields'
import type { Mapping } from '@/lib/csv/mapping'
import { generateSampleBrand } from '@/lib/sample/generate'
import { customerColumns, orderColumns, productColumns, reviewColumns } from '@/lib/sample/rows'
import { toCsv } from '@/lib/sample/to-csv'
import { type Member, requireRole } from '@/lib/server/access'
import { getDatabase } from '@/lib/server/database'
import { createImports, type NewImport, type StartedImport } from './repository'
import { storeUpload } from './upload-service'

/** In the order in which they are imported: orders before reviews, so that the figures are there soon. */
const sampleTables = ['customers', 'products', 'orders', 'reviews'] as const
type SampleTable = (typeof sampleTables)[number]
type SampleFiles = Record<SampleTable, AsyncIterable<Uint8Array>>

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}

/** The files under public/sample; the same ones made anew where they are missing. */
async function openSample(): Promise<SampleFiles> {
  const path = (table: SampleTable) => join(process.cwd(), 'public/sample', `${table}.csv`)
  const there = await Promise.all(sampleTables.map((table) => access(path(table)))).then(
    () => true,
    () => false,
  )
  if (there) {
    return Object.fromEntries(
      sampleTables.map((table) => [table, createReadStream(path(table))]),
    ) as unknown as SampleFiles
  }
  const { customers, orders, products, reviews } = generateSampleBrand()
  return {
    customers: once(toCsv(customers, customerColumns)),
    products: once(toCsv(products, productColumns)),
    orders: once(toCsv(orders, orderColumns)),
    reviews: once(toCsv(reviews, reviewColumns)),
  }
}

const columnKeys = {
  customers: customerColumns,
  products: productColumns,
  orders: orderColumns,
  reviews: reviewColumns,
} satisfies Record<SampleTable, readonly { key: string }[]>

/** Fields that the sample's columns do not carry by their own name. */
const renamed: Record<string, string> = {
  signup_date: 'signed_up_on',
  email_consent: 'consent',
  line: 'line_no',
  order_date: 'ordered_at',
  review_date: 'reviewed_on',
}

function sampleMapping(table: SampleTable): Mapping {
  const known = new Set(tableFields[table].map(({ field }) => field))
  const columns = columnKeys[table].flatMap(({ key }, column) => {
    const field = renamed[key] ?? key
    return known.has(field) ? [[field, column] as const] : []
  })
  return { tables: [{ table, mode: 'update', columns: Object.fromEntries(columns) }], formats: {} }
}

/** Brings the sample brand in as a user would, but for the columns, which are known: four uploads, each imported. */
export async function loadSample(member: Member): Promise<StartedImport[]> {
  requireRole(member, 'analyst')
  const files = await openSample()
  const imports: NewImport[] = []
  for (const table of sampleTables) {
    const { uploadId } = await storeUpload(member, `${table}.csv`, files[table], null, false)
    const { workspaceId, userId: createdBy } = member
    const mapping = sampleMapping(table)
    imports.push({
      workspaceId,
      uploadId,
      createdBy,
      mapping,
      dialect: null,
      textFile: null,
      signature: null,
    })
  }
  return createImports(await getDatabase(), imports, true)
}
