import 'server-only'
import { type ChildProcess, fork, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { readEnv } from './env'
import { applyMigrations } from './migrate'

const restartMilliseconds = 1000
const env = readEnv()
const mode = process.argv[2] === 'dev' ? 'dev' : 'start'
let stopping = false
let worker: ChildProcess | undefined

const migrations = await applyMigrations(env)
if (migrations.length > 0) console.log(`Database brought up to date: ${migrations.join(', ')}`)

const next = join(process.cwd(), 'node_modules/next/dist/bin/next')
const web = spawn(process.execPath, [next, mode, '--hostname', env.host, '--port', String(env.port)], {
  stdio: 'inherit',
  env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
})
web.on('exit', (code) => stop(code ?? 1))

async function keepWorker(): Promise<void> {
  while (!stopping) {
    worker = fork(fileURLToPath(new URL('./worker.js', import.meta.url)))
    await new Promise((resolve) => worker?.once('exit', resolve))
    if (!stopping) console.error('The worker ended unexpectedly and is started again.')
    await sleep(restartMilliseconds)
  }
}

function stop(code: number): void {
  if (stopping) return
  stopping = true
  web.kill('SIGTERM')
  worker?.kill('SIGTERM')
  const children = [web, worker].filter(
    (child) => child && child.exitCode === null && child.signalCode === null,
  )
  Promise.all(children.map((child) => new Promise((resolve) => child?.once('exit', resolve)))).then(() =>
    process.exit(code),
  )
}
process.on('SIGTERM', () => stop(0))
process.on('SIGINT', () => stop(0))
if (env.worker) void keepWorker()
