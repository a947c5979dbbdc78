import { fork } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type Product, startProduct } from '../e2e/product'
import { markdownTable } from './compare'

// After npm start has built the product: NODE_OPTIONS=--conditions=react-server npx tsx bench/load.ts [seconds]
// Twenty users, each opening a page or table every two seconds, first on a quiet product, then while 500,000-line
// imports and clusterings of 100,000 customers run without a pause, side by side in two workers.
const seconds = Number(process.argv[2] ?? 60)
const users = 20
/** milliseconds from one page to the next */
const pause = 2000
const lines = 500_000
const customers = 100_000
const owner = { name: 'Ada', email: 'ada@example.com', password: 'correct-horse-battery' }

const product = await startProduct()
process.env.DATA_DIR = product.dataDir
const root = fileURLToPath(new URL('..', import.meta.url))
const secondWorker = fork(`${root}dist/worker.js`, { cwd: root, stdio: 'ignore' })

const { getDatabase } = await import('@/lib/server/database')
const { createInstallation } = await import('@/lib/accounts/repository')
const { hashPassword } = await import('@/lib/server/passwords')
const { createImports } = await import('@/lib/data/repository')
const { createSegmentation } = await import('@/lib/segments/repository')
const { createSegmentationSchema } = await import('@/lib/segments/settings-schema')
const { features } = await import('@/lib/features/catalogue')
const database = await getDatabase()
const workspace = { name: 'Bench', currency: 'EUR', timeZone: 'UTC', language: 'en' as const }
const { name, email, password } = owner
await createInstallation(database, { name, email, passwordHash: await hashPassword(password), workspace })
const { userId, workspaceId, role } = await database.member.findFirstOrThrow()

function writeOrders(path: string): void {
  const rows = ['order_id,order_date,customer_id,product_id,quantity,unit_price,discount']
  for (let i = 0; i < lines; i++) {
    const day = String(1 + ((i * 7) % 28)).padStart(2, '0')
    const month = String(1 + ((i * 31) % 12)).padStart(2, '0')
    const price = ((i * 7919) % 9973) / 100 + 1
    rows.push(
      `O${i >> 1},2025-${month}-${day} 10:00:00,C${(i * 13) % customers},P${i % 300},${1 + (i % 3)},${price},0`,
    )
  }
  writeFileSync(path, rows.join('\n'))
}

const uploadId = crypto.randomUUID()
mkdirSync(`${product.dataDir}/uploads`, { recursive: true })
writeOrders(`${product.dataDir}/uploads/${uploadId}.csv`)
await database.upload.create({
  data: { id: uploadId, workspaceId, fileName: 'orders.csv', bytes: 1, sha256: 'bench', createdBy: userId },
})
const fields = ['order_id', 'ordered_at', 'customer_id', 'product_id', 'quantity', 'unit_price', 'discount']
const columns = Object.fromEntries(fields.map((field, index) => [field, index]))
const mapping = { tables: [{ table: 'orders' as const, mode: 'update' as const, columns }], formats: {} }
const newImport = { workspaceId, uploadId, mapping, createdBy: userId, dialect: null, textFile: null }
const startImport = async () =>
  (await createImports(database, [{ ...newImport, signature: null }], true))[0]!.jobId
const ids = features.filter(({ needs }) => needs.every(({ table }) => table === 'orders')).map(({ id }) => id)
const settings = createSegmentationSchema.parse({
  name: 'Bench',
  features: ids,
  asOf: '2025-12-31',
  k: 'auto',
})
const startClustering = async () => {
  const id = await createSegmentation(database, { userId, workspaceId, role }, settings)
  return { id, jobId: (await database.segmentation.findUniqueOrThrow({ where: { id } })).jobId }
}
async function waitFor(jobId: string): Promise<void> {
  for (;;) {
    const { status, errorCode } = await database.job.findUniqueOrThrow({ where: { id: jobId } })
    if (status === 'completed') return
    if (status === 'failed' || status === 'cancelled')
      throw new Error(`A job ended as ${status}: ${errorCode}`)
    await sleep(100)
  }
}

async function signIn({ url }: Product): Promise<string> {
  const body = JSON.stringify({ email: owner.email, password: owner.password })
  const headers = { 'content-type': 'application/json', origin: url }
  const response = await fetch(`${url}/api/auth/sign-in/email`, { method: 'POST', headers, body })
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

/** Every user asks for the next page two seconds after the last one; they start spread over those two seconds. */
async function measure(name: string, cookie: string, paths: string[]) {
  const latencies: number[] = []
  let failures = 0
  const until = performance.now() + seconds * 1000
  const use = async (user: number) => {
    await sleep((user * pause) / users)
    for (let i = user; performance.now() < until; i++) {
      const start = performance.now()
      const response = await fetch(`${product.url}${paths[i % paths.length]}`, { headers: { cookie } })
      await response.arrayBuffer()
      if (!response.ok) failures++
      const took = performance.now() - start
      latencies.push(took)
      await sleep(Math.max(0, pause - took))
    }
  }
  await Promise.all(Array.from({ length: users }, (_, user) => use(user)))
  latencies.sort((a, b) => a - b)
  const at = (share: number) =>
    Math.round(latencies[Math.min(latencies.length - 1, Math.floor(share * latencies.length))] ?? 0)
  return [name, latencies.length, at(0.5), at(0.95), at(0.99), failures]
}

try {
  await waitFor(await startImport())
  const { id, jobId } = await startClustering()
  await waitFor(jobId)
  const segment = await database.segment.findFirstOrThrow({ where: { segmentationId: id, position: 0 } })
  const cookie = await signIn(product)
  const paths = [
    '/',
    '/data',
    '/segments',
    `/segments/${id}`,
    `/segments/${id}/${segment.id}`,
    `/api/segments/${segment.id}/people?sort=revenue&page=7`,
    `/api/segmentations/${id}/distribution?feature=monetary`,
  ]
  for (const path of paths) await fetch(`${product.url}${path}`, { headers: { cookie } })
  const quiet = await measure('quiet', cookie, paths)
  let busy = true
  let imports = 0
  let clusterings = 0
  const keepImporting = async () => {
    for (; busy; imports++) {
      const before = await database.batch.findMany({ select: { id: true } })
      await waitFor(await startImport())
      // The same orders again: the batch before has nothing left to say.
      await database.batch.deleteMany({ where: { id: { in: before.map((batch) => batch.id) } } })
    }
  }
  const keepClustering = async () => {
    for (; busy; clusterings++) await waitFor((await startClustering()).jobId)
  }
  const work = Promise.all([keepImporting(), keepClustering()])
  const loaded = await measure(
    `${lines.toLocaleString('en')}-line imports and clusterings running`,
    cookie,
    paths,
  )
  busy = false
  await work
  console.log(
    `${imports} imports and ${clusterings} clusterings of ${customers} customers × ${ids.length} features meanwhile\n`,
  )
  console.log(markdownTable(['', 'requests', 'p50 ms', 'p95 ms', 'p99 ms', 'errors'], [quiet, loaded]))
  console.log(
    `\nNode ${process.version}, ${cpus().length} cores, ${users} users, a page every ${pause / 1000} s each, ${seconds} s.`,
  )
} finally {
  secondWorker.kill()
  await database.$disconnect()
  await product.stop()
}
process.exit(0)
