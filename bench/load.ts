import { fork, spawnSync } from 'node:child_process'
import { cpus, loadavg } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { startProduct } from '../e2e/product'
import { markdownTable } from './compare'
import { customers, lines, uploadFile } from './load-brand'
import { type Answer, ask, quantile, slopePerMinute, summarise, type Visit, visitPages } from './load-users'
import { visitWithWrk } from './load-wrk'
import { readWebMemory } from './web-memory'

// After `npm start` has built the product: npx tsx bench/load.ts --minutes 10 [--users 50] [--think 1000] [--wrk]
// The server's own modules are read here too: they need the condition that Next sets for them.
if (!process.execArgv.some((argument) => argument.includes('react-server'))) {
  const script = [fileURLToPath(import.meta.url), ...process.argv.slice(2)]
  const options = ['--conditions=react-server', '--import', 'tsx']
  process.exit(spawnSync(process.execPath, [...options, ...script], { stdio: 'inherit' }).status ?? 1)
}

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    users: { type: 'string', default: '50' },
    think: { type: 'string', default: '1000' },
    wrk: { type: 'boolean', default: false },
  },
})
const [minutes, users, think] = [Number(values.minutes), Number(values.users), Number(values.think)]
const owner = { name: 'Ada', email: 'ada@example.com', password: 'correct-horse-battery' }
const token = crypto.randomUUID()
const root = fileURLToPath(new URL('..', import.meta.url))
const features = [
  ...['recency', 'frequency', 'monetary', 'average_order_value', 'largest_order', 'items_per_purchase'],
  ...['tenure', 'purchase_gap', 'distinct_products', 'weekend_share', 'discount_share', 'return_share'],
]
/** of the server's memory: what it still learns in the first minutes is no leak */
const warmUp = Math.min(60, minutes * 15)

process.env.METRICS_TOKEN = token
const product = await startProduct()
process.env.DATA_DIR = product.dataDir
// Import and clustering at the same time: one worker would run them one after the other.
const stdio = process.env.E2E_LOG ? 'inherit' : 'ignore'
const secondWorker = fork(`${root}dist/worker.js`, { cwd: root, stdio, execArgv: [] })

const { getDatabase } = await import('@/lib/server/database')
const { createInstallation } = await import('@/lib/accounts/repository')
const { hashPassword } = await import('@/lib/server/passwords')
const { createImports } = await import('@/lib/data/repository')
const { createSegmentation } = await import('@/lib/segments/repository')
const { createSegmentationSchema } = await import('@/lib/segments/settings-schema')
const database = await getDatabase()

async function waitFor(jobId: string): Promise<void> {
  for (;;) {
    const { status, errorCode } = await database.job.findUniqueOrThrow({ where: { id: jobId } })
    if (status === 'completed') return
    if (status === 'failed' || status === 'cancelled') throw new Error(`A job ${status}: ${errorCode}`)
    await sleep(200)
  }
}

async function signIn(): Promise<string> {
  const body = JSON.stringify({ email: owner.email, password: owner.password })
  const headers = { 'content-type': 'application/json', origin: product.url }
  const response = await fetch(`${product.url}/api/auth/sign-in/email`, { method: 'POST', headers, body })
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

/** Reading it starts its event loop figures anew. */
async function readMetrics(): Promise<Map<string, number>> {
  const response = await fetch(`${product.url}/api/metrics`, {
    headers: { authorization: `Bearer ${token}` },
  })
  if (!response.ok) throw new Error(`Metrics: ${response.status}`)
  const found = (await response.text()).matchAll(/^(\w+) (\S+)$/gm)
  return new Map([...found].map(([, name = '', value]) => [name, Number(value)]))
}

async function measure(name: string, plan: { think: number; seconds: number }) {
  await readMetrics()
  const memory: { seconds: number; value: number }[] = []
  const started = performance.now()
  const sampling = setInterval(() => {
    const seconds = (performance.now() - started) / 1000
    memory.push({ seconds, value: readWebMemory(product.port).resident })
  }, 2000)
  const visiting = { url: product.url, cookie, visits, users, think: plan.think }
  const duration = { milliseconds: plan.seconds * 1000 }
  const visited = values.wrk
    ? { ...(await visitWithWrk({ ...visiting, ...duration })), answers: [] }
    : await visitPages({ ...visiting, ...duration }).then((answers) => ({ ...summarise(answers), answers }))
  clearInterval(sampling)
  const seconds = (performance.now() - started) / 1000
  const loop = await readMetrics()
  return { name, ...visited, memory, seconds, loop }
}

type Measured = Awaited<ReturnType<typeof measure>>
const milliseconds = (metrics: Map<string, number>, name: string) =>
  Math.round((metrics.get(`nodejs_eventloop_lag_${name}_seconds`) ?? Number.NaN) * 1000)

function summary({ name, requests, failures, p50, p95, p99, memory, seconds, loop }: Measured) {
  const steady = memory.filter((sample) => sample.seconds > warmUp)
  return [
    ...[name, requests, Math.round(requests / seconds)],
    ...[p50, p95, p99].map(Math.round),
    failures,
    ...[milliseconds(loop, 'p50'), milliseconds(loop, 'p99')],
    `${Math.round(memory[0]?.value ?? 0)} → ${Math.round(memory.at(-1)?.value ?? 0)}`,
    steady.length > 10 ? Number(slopePerMinute(steady).toFixed(2)) : 0,
  ]
}

function byPage(answers: readonly Answer[]) {
  const pages = [...new Set(answers.map(({ page }) => page))].sort()
  return pages.map((page) => {
    const own = answers.filter((answer) => answer.page === page)
    const times = own.map((answer) => answer.milliseconds)
    const size = own.reduce((sum, { bytes }) => sum + bytes, 0) / own.length / 1000
    return [page, own.length, Math.round(size), ...[0.5, 0.95, 0.99].map((share) => quantile(times, share))]
  })
}

let visits: Visit[] = []
let cookie = ''
try {
  const workspace = { name: 'Bench', currency: 'EUR', timeZone: 'UTC', language: 'en' as const }
  const { name, email, password } = owner
  await createInstallation(database, { name, email, passwordHash: await hashPassword(password), workspace })
  const { userId, workspaceId, role } = await database.member.findFirstOrThrow()
  const member = { userId, workspaceId, role }
  const orders = await uploadFile(database, product.dataDir, member, 'orders')
  const customerFile = await uploadFile(database, product.dataDir, member, 'customers')
  const runImport = async (file: typeof orders) =>
    waitFor((await createImports(database, [file], true))[0]!.jobId)
  const settings = { name: 'Bench', features, asOf: '2025-12-31' }
  const cluster = async () => {
    const parsed = createSegmentationSchema.parse({ ...settings, k: 'auto' })
    const id = await createSegmentation(database, member, parsed)
    await waitFor((await database.segmentation.findUniqueOrThrow({ where: { id } })).jobId)
    return id
  }
  await runImport(customerFile)
  await runImport(orders)
  const id = await cluster()
  const segment = await database.segment.findFirstOrThrow({ where: { segmentationId: id, position: 0 } })
  cookie = await signIn()
  const columns = ['customer_id', 'first_name', 'email', 'city', 'country', 'signed_up_on']
  const table = { columns, sort: 'customer_id' }
  visits = [
    { page: '/', questions: () => [{ path: '/' }] },
    { page: '/segments', questions: () => [{ path: '/segments' }] },
    { page: '/segments/[id]', questions: () => [{ path: `/segments/${id}` }] },
    {
      page: '/segments/[id]/[segmentId]',
      questions: (user) => [
        { path: `/segments/${id}/${segment.id}` },
        { path: `/api/segments/${segment.id}/people`, body: { sort: 'revenue', page: 1 + (user % 20) } },
      ],
    },
    {
      page: '/customers/[customerId]',
      questions: (user, turn) => [{ path: `/customers/C${(user * 1999 + turn * 17) % customers}` }],
    },
    {
      page: '/data/tables/customers',
      questions: (user, turn) => [
        { path: '/data/tables/customers' },
        { path: '/api/data/tables/customers', body: { ...table, page: 1 + ((user + turn) % 30) } },
      ],
    },
  ]
  for (const { page, questions } of visits) {
    for (const question of questions(0, 0)) {
      const { failure } = await ask(product.url, question, { cookie }, page)
      if (failure !== null) throw new Error(`${question.path} answers ${failure}`)
    }
  }
  const quiet = await measure('quiet', { think, seconds: Math.min(60, minutes * 30) })
  let busy = true
  const done = { imports: 0, clusterings: 0 }
  const keepImporting = async () => {
    for (; busy; done.imports++) await runImport(orders)
  }
  const keepClustering = async () => {
    for (; busy; done.clusterings++) await cluster()
  }
  const work = Promise.all([keepImporting(), keepClustering()])
  const loaded = await measure('import and clustering going on', { think, seconds: minutes * 60 })
  const load = loadavg()[0]!.toFixed(1)
  const closed = await measure('the same, no pause between pages', {
    think: 0,
    seconds: Math.min(60, minutes * 15),
  })
  busy = false
  await work
  console.log(
    `${users} users, each ${think / 1000} s on a page before the next; ${minutes} minutes; ${lines.toLocaleString('en')} order lines, ${customers.toLocaleString('en')} customers; ${done.imports} imports of ${lines.toLocaleString('en')} lines and ${done.clusterings} clusterings × ${features.length} features meanwhile, always one of each at work. Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model}), load average ${load}.\n`,
  )
  const header = [
    '',
    'requests',
    'per s',
    'p50 ms',
    'p95 ms',
    'p99 ms',
    'errors',
    'loop p50 ms',
    'loop p99 ms',
  ]
  const rows = [quiet, loaded, closed].map(summary)
  console.log(markdownTable([...header, 'memory MB', 'slope % / min'], rows))
  for (const { page, failure } of loaded.answers) if (failure !== null) console.log(`${page}: ${failure}`)
  if (loaded.answers.length > 0) {
    console.log(`\nBy page, while import and clustering went on:\n`)
    console.log(markdownTable(['', 'requests', 'kB', 'p50 ms', 'p95 ms', 'p99 ms'], byPage(loaded.answers)))
  }
} finally {
  secondWorker.kill()
  await database.$disconnect()
  await product.stop()
}
process.exit(0)
