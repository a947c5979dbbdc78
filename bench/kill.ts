import { readdirSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { cpus } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { startPrivatePostgres } from '@/lib/tooling/postgres'
import { type Product, startProduct } from '../e2e/product'
import { markdownTable } from './compare'
import { Client } from './kill-client'
import { bringFiles, makeSegments, type Step, startWork } from './kill-work'

// After npm start has built the product:
// NODE_OPTIONS=--conditions=react-server npx tsx bench/kill.ts [kills] [seed] [sqlite or postgresql]
// Two people bring files and one makes segments and takes lists, over HTTP; meanwhile the web server, the worker, its
// job process and the supervisor are killed by SIGKILL at random moments. Ends with code 1 when anything is lost.
const kills = Number(process.argv[2] ?? 200)
const seed = Number(process.argv[3] ?? 1)
const provider = process.argv[4] ?? 'sqlite'
const mostSecondsToReturn = 10
/** milliseconds */
const longestPause = 1000
const jobKinds = ['inspection', 'import', 'import', 'segmentation'] as const
const owner = { name: 'Ada', email: 'ada@example.com', password: 'correct-horse-battery' }

// The product and this program find it in their environment.
const postgres = provider === 'postgresql' ? await startPrivatePostgres() : null
if (provider === 'postgresql' && !postgres) throw new Error('PostgreSQL is not installed')
if (postgres) process.env.DATABASE_URL = postgres.url
// The condition is for this program, not for the product.
const settings = { NODE_OPTIONS: '' }
let product: Product = await startProduct(settings)
process.env.DATA_DIR = product.dataDir
const { getDatabase } = await import('@/lib/server/database')
const { createInstallation } = await import('@/lib/accounts/repository')
const { hashPassword } = await import('@/lib/server/passwords')
const { createRandom } = await import('@/lib/statistics/random')
const { findFaults } = await import('./kill-check')
const database = await getDatabase()
const random = createRandom(seed)

const victims = ['web', 'job', 'worker', 'supervisor'] as const
type Victim = (typeof victims)[number]
type Running = Record<Victim, number | null>

/** The ids of the product's processes, by what they are. */
function findProcesses(): Running {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const fields = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
      if (fields[0] !== 'Z') parents.set(Number(name), Number(fields[1]))
    } catch {}
  }
  const childrenOf = (parent: number) => [...parents].filter(([, of]) => of === parent).map(([pid]) => pid)
  const isWorker = (pid: number) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('worker.js')
    } catch {
      return false
    }
  }
  const children = childrenOf(product.pid)
  const worker = children.find(isWorker) ?? null
  return {
    supervisor: parents.has(product.pid) ? product.pid : null,
    web: children.find((pid) => !isWorker(pid)) ?? null,
    worker,
    job: worker && (childrenOf(worker)[0] ?? null),
  }
}

async function answers(): Promise<boolean> {
  const response = await fetch(`${product.url}/sign-in`).catch(() => null)
  return response?.status === 200
}

/** Seconds until all four are there and a page is answered. */
async function waitUntilBack(killed: number): Promise<number> {
  const start = performance.now()
  for (;;) {
    const now = findProcesses()
    const pids = Object.values(now)
    if (pids.every((pid) => pid !== null && pid !== killed) && (await answers()))
      return (performance.now() - start) / 1000
    if (performance.now() - start > 60_000) throw new Error(`Not back in a minute: ${JSON.stringify(now)}`)
    await sleep(50)
  }
}

const work = startWork()
const interesting: Step[] = ['upload', 'confirm', 'check', 'export', 'undo', 'segment', 'waiting']

/** What is going on at the moment, as far as it concerns the victim. */
async function findStage(victim: Victim): Promise<string> {
  if (victim === 'web') {
    const steps = [...work.steps.values()]
    return interesting.find((step) => steps.includes(step)) ?? 'idle'
  }
  const job = await database.job.findFirst({ where: { status: 'running' } })
  return job ? `${job.kind}: ${job.phase ?? 'begins'}` : 'idle'
}

function chooseVictim(): Victim {
  const draw = random()
  if (draw < 0.35) return 'web'
  if (draw < 0.7) return 'job'
  // Without a supervisor nobody knows whose the running jobs were: they wait for the end of their lease, a minute.
  return draw < 0.96 || kills < 100 ? 'worker' : 'supervisor'
}

const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T

/** Most of the time nothing tender goes on: waits a while for something that does, and then a moment more. */
async function waitForStage(victim: Victim): Promise<void> {
  const wanted = pick(victim === 'web' ? ['upload', 'confirm', 'check', 'export', 'undo'] : jobKinds)
  const until = performance.now() + 1500
  while (performance.now() < until && !(await findStage(victim)).startsWith(wanted))
    await sleep(victim === 'web' ? 1 : 10)
  await sleep(random() * (victim === 'web' ? 30 : 600))
}

const counts = new Map<string, { victim: Victim; stage: string; kills: number; slowest: number }>()
const passed = { slow: 0, returns: [] as number[] }

async function killOne(): Promise<void> {
  await sleep(random() * longestPause)
  const victim = chooseVictim()
  await waitForStage(victim)
  const pid = findProcesses()[victim]
  if (pid === null) return killOne()
  const stage = await findStage(victim)
  process.kill(pid, 'SIGKILL')
  if (victim === 'supervisor') {
    await sleep(100)
    const { dataDir, port } = product
    product = await startProduct({ ...settings, DATA_DIR: dataDir, PORT: String(port) })
  }
  const seconds = await waitUntilBack(pid)
  passed.returns.push(seconds)
  if (seconds > mostSecondsToReturn) passed.slow++
  const key = `${victim} ${stage}`
  const before = counts.get(key) ?? { victim, stage, kills: 0, slowest: 0 }
  counts.set(key, { ...before, kills: before.kills + 1, slowest: Math.max(before.slowest, seconds) })
}

async function bringOrders(client: Client): Promise<void> {
  const lines = Array.from({ length: 30_000 }, (_, i) => {
    const day = `2025-${String(1 + ((i * 31) % 12)).padStart(2, '0')}-${String(1 + ((i * 7) % 28)).padStart(2, '0')}`
    return `O${i >> 1},${day},C${String((i * 13) % 20_000).padStart(6, '0')},P${i % 300},${1 + (i % 3)},${((i * 7919) % 997) / 10 + 1}`
  })
  const head = 'order_id,order_date,customer_id,product_id,quantity,unit_price'
  const { uploadId } = await client.upload('orders.csv', [head, ...lines].join('\n'))
  type Inspection = { state: string; result: { guess: { tables: { table: string }[] } } }
  const { result } = await client.poll<Inspection>(
    `/api/uploads/${uploadId}/inspection`,
    ({ state }) => state === 'completed',
  )
  const tables = result.guess.tables.filter(({ table }) => table === 'orders')
  const { importId } = await client.act<{ importId: string }>('lib/data/actions.ts#checkImport', {
    uploadId,
    mapping: { ...result.guess, tables },
  })
  await client.poll<{ state: string }>(`/api/imports/${importId}`, ({ state }) => state === 'completed')
  await client.act('lib/data/actions.ts#confirmImport', { importId })
}

// Ctrl-C: what there is so far is judged and told.
let enough = false
process.once('SIGINT', () => {
  enough = true
})

let code = 1
try {
  const { name, email, password } = owner
  const workspace = { name: 'Bench', currency: 'EUR', timeZone: 'UTC', language: 'en' as const }
  await createInstallation(database, { name, email, passwordHash: await hashPassword(password), workspace })
  const client = new Client(product.url, owner)
  await client.signIn()
  await bringOrders(client)
  let broken: unknown
  const people = Promise.all([
    bringFiles(client, work, 'first', 1_000_000 * seed),
    bringFiles(client, work, 'second', 1_000_000 * seed + 500_000),
    makeSegments(client, work, 'third'),
  ]).catch((error) => {
    broken = error
    work.stopped = true
  })
  for (let kill = 1; kill <= kills && !broken && !enough; kill++) {
    await killOne()
    if (kill % 20 === 0) console.error(`${kill} kills, ${work.acknowledged.length} imports acknowledged`)
  }
  work.stopped = true
  await people
  if (broken) throw broken
  // What nobody waits for any more comes to its end as well, the lease of a dead worker included.
  for (let tries = 0; tries < 1000; tries++) {
    if ((await database.job.count({ where: { status: { in: ['queued', 'running'] } } })) === 0) break
    await sleep(100)
  }
  const faults = await findFaults(database, product.dataDir, work)
  const ended = await database.job.groupBy({ by: ['status', 'errorCode'], _count: true })
  const retried = await database.job.count({ where: { attempts: { gt: 1 } } })
  const rows = [...counts.values()].sort((a, b) =>
    `${a.victim} ${a.stage}` < `${b.victim} ${b.stage}` ? -1 : 1,
  )
  console.log(
    markdownTable(
      ['killed', 'while', 'times', 'slowest return s'],
      rows.map(({ victim, stage, kills: times, slowest }) => [victim, stage, times, slowest.toFixed(1)]),
    ),
  )
  const figures = [
    ['kills', passed.returns.length],
    ['slowest return, s', Math.max(...passed.returns).toFixed(1)],
    ['returns over 10 s', passed.slow],
    ['imports acknowledged', work.acknowledged.length],
    ['of these undone again', work.acknowledged.filter(({ undone }) => undone).length],
    ['acknowledged and lost, or different from a serial import', faults.lost.length],
    ['half-visible', faults.halfVisible.length],
    ['segmentations made', work.segmentations.length],
    ['exports that arrived whole', [...work.exports.values()].filter(Boolean).length],
    ['requests without an answer', work.unanswered],
    ['jobs run again after a kill', retried],
    ...ended.map(({ status, errorCode, _count }) => [
      `jobs ${status}${errorCode ? ` (${errorCode})` : ''}`,
      _count,
    ]),
    ['jobs without an end', faults.unfinished.length],
    ['files without a row after a sweep', faults.orphans.length],
    ['other faults', faults.others.length],
  ] as (string | number)[][]
  console.log(`\n${markdownTable(['', 'count'], figures)}`)
  console.log(
    `\nNode ${process.version}, ${cpus().length} cores, ${postgres ? 'PostgreSQL' : 'SQLite'}, seed ${seed}.`,
  )
  const found = Object.entries(faults).flatMap(([kind, each]) => each.map((fault) => `${kind}: ${fault}`))
  if (found.length > 0) console.error(found.join('\n'))
  code = found.length > 0 || passed.slow > 0 ? 1 : 0
} finally {
  await database.$disconnect()
  await product.stop()
  await rm(product.dataDir, { recursive: true, force: true })
  postgres?.stop()
}
process.exit(code)
