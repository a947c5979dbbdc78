import 'server-only'
import { createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { guessMapping } from '@/lib/csv/guess-mapping'
import { generateSampleBrand } from '@/lib/sample/generate'
import { customerColumns, orderColumns, productColumns, reviewColumns } from '@/lib/sample/rows'
import { toCsv } from '@/lib/sample/to-csv'
import { type Member, requireRole } from '@/lib/server/access'
import { getDatabase } from '@/lib/server/database'
import { readEnv } from '@/lib/server/env'
import { uploadPath } from '@/lib/warehouse/paths'
import { readHead } from './read-head'
import { createImports, type NewImport, type StartedImport } from './repository'
import { storeUpload } from './service'

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

/** Brings the sample brand in as a user would: four uploads, each imported as it is recognised. */
export async function loadSample(member: Member): Promise<StartedImport[]> {
  requireRole(member, 'analyst')
  const files = await openSample()
  const imports: NewImport[] = []
  for (const table of sampleTables) {
    const { uploadId } = await storeUpload(member, `${table}.csv`, files[table], null)
    const { headers, records } = await readHead(uploadPath(readEnv().dataDir, uploadId))
    const { workspaceId, userId } = member
    imports.push({ workspaceId, uploadId, mapping: guessMapping(headers, records), createdBy: userId })
  }
  return createImports(await getDatabase(), imports)
}
