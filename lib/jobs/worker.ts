import 'server-only'
import { fork } from 'node:child_process'
import { setPriority } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { getDatabase } from '@/lib/server/database'
import { readEnv } from '@/lib/server/env'
import { recoverExpiredJobs } from './queue'
import { createRunner } from './runner'
import { sweepOrphans } from './sweep'

const idleMilliseconds = 150
const recoverMilliseconds = 10_000
const sweepMilliseconds = 3_600_000

setPriority(10)
const { dataDir } = readEnv()
const database = await getDatabase()
const program = fileURLToPath(new URL('./job-process.js', import.meta.url))
const runner = createRunner(database, dataDir, crypto.randomUUID(), () => fork(program))

let running = true
const stop = async () => {
  if (!running) return
  running = false
  await runner.stop()
  process.exit(0)
}
process.on('SIGTERM', () => void stop())
process.on('SIGINT', () => void stop())
process.on('disconnect', () => void stop())

async function repeat(milliseconds: number, task: () => Promise<unknown>): Promise<void> {
  while (running) {
    await task().catch((error) => console.error('Worker:', error))
    await sleep(milliseconds)
  }
}

void repeat(recoverMilliseconds, () => recoverExpiredJobs(database, new Date()))
void repeat(sweepMilliseconds, () => sweepOrphans(database, dataDir, Date.now()))
await repeat(idleMilliseconds, async () => {
  while (await runner.runNext());
})
