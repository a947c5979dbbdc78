import { once } from 'node:events'
import { createWriteStream, mkdirSync } from 'node:fs'
import type { Database } from '@/lib/server/database'

export const lines = 1_000_000
export const customers = 100_000

async function writeLines(path: string, header: string, count: number, line: (i: number) => string) {
  const file = createWriteStream(path)
  file.write(header)
  for (let i = 0; i < count; i++) if (!file.write(`\n${line(i)}`)) await once(file, 'drain')
  file.end()
  await once(file, 'finish')
}

const two = (value: number) => String(value).padStart(2, '0')

function orderLine(i: number): string {
  const day = `2025-${two(1 + ((i * 31) % 12))}-${two(1 + ((i * 7) % 28))} 10:00:00`
  const price = ((i * 7919) % 9973) / 100 + 1
  return `O${i >> 1},${day},C${(i * 13) % customers},P${i % 300},${1 + (i % 3)},${price},0`
}

function customerLine(i: number): string {
  const since = `2024-${two(1 + (i % 12))}-${two(1 + (i % 28))}`
  return `C${i},Ann${i % 900},Lee${i % 700},ann${i}@example.com,City ${i % 120},DE,${since},${i % 4 ? 'yes' : 'no'}`
}

const files = {
  orders: {
    fields: ['order_id', 'ordered_at', 'customer_id', 'product_id', 'quantity', 'unit_price', 'discount'],
    count: lines,
    line: orderLine,
  },
  customers: {
    fields: ['customer_id', 'first_name', 'last_name', 'email', 'city', 'country', 'signed_up_on', 'consent'],
    count: customers,
    line: customerLine,
  },
}

type Owner = { workspaceId: string; userId: string }

/** Writes a file of a made-up brand where uploads lie; returns what an import of it is made from. */
export async function uploadFile(
  database: Database,
  dataDir: string,
  { workspaceId, userId: createdBy }: Owner,
  table: keyof typeof files,
) {
  const id = crypto.randomUUID()
  const { fields, count, line } = files[table]
  mkdirSync(`${dataDir}/uploads`, { recursive: true })
  await writeLines(`${dataDir}/uploads/${id}.csv`, fields.join(), count, line)
  const fileName = `${table}.csv`
  await database.upload.create({ data: { id, workspaceId, fileName, bytes: 1, sha256: table, createdBy } })
  const columns = Object.fromEntries(fields.map((field, index) => [field, index]))
  const mapping = { tables: [{ table, mode: 'replace' as const, columns }], formats: {} }
  return { workspaceId, uploadId: id, mapping, createdBy, dialect: null, textFile: null, signature: null }
}
