import 'server-only'
import { fork } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readEnv } from './env'
import { type Kept, keepRunning } from './keep-running'
import { applyMigrations } from './migrate'

const env = readEnv()
const mode = process.argv[2] === 'dev' ? 'dev' : 'start'
const beside = (file: string) => new URL(file, import.meta.url)

const migrations = await applyMigrations(env)
if (migrations.length > 0) console.log(`Database brought up to date: ${migrations.join(', ')}`)

const next = join(process.cwd(), 'node_modules/next/dist/bin/next')
const address = ['--hostname', env.host, '--port', String(env.port)]
// Longer than proxies keep a connection (a minute or two): a request must not meet one that is being closed.
const patience = mode === 'start' ? ['--keepAliveTimeout', '125000'] : []
const web = keepRunning('web server', () =>
  fork(next, [mode, ...address, ...patience], {
    // Garbage is collected at twice what is alive: V8 would let it grow to four times.
    execArgv: ['--heap-growing-percent=100', '--import', beside('./follow-parent.js').href],
    // Queries of DuckDB take up to four of these threads; files and compression need some too. So many threads would
    // each keep memory of their own that is not given back.
    env: { UV_THREADPOOL_SIZE: '12', MALLOC_ARENA_MAX: '2', ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
  }),
)

let workerId: string | undefined
/** A worker is told who came before it, to take up at once what that one left. */
function startWorker() {
  const before = workerId ? [workerId] : []
  workerId = crypto.randomUUID()
  return fork(fileURLToPath(beside('./worker.js')), [workerId, ...before])
}
const kept: Kept[] = [web, ...(env.worker ? [keepRunning('worker', startWorker)] : [])]

let stopping = false
async function stop(code: number): Promise<void> {
  if (stopping) return
  stopping = true
  await Promise.all(kept.map((each) => each.stop()))
  process.exit(code)
}
process.on('SIGTERM', () => void stop(0))
process.on('SIGINT', () => void stop(0))
process.on('disconnect', () => void stop(0))

const code = await Promise.race(kept.map(({ ended }) => ended))
if (!stopping) {
  console.error(
    `Personae stops: a part of it cannot be kept running. If the address is in use, end the program that has it or set PORT (now ${env.port}).`,
  )
  await stop(code || 1)
}
