import 'server-only'
import { fork } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { resumeErasures } from '@/lib/privacy/erasure-finish'
import { enqueueRetention } from '@/lib/privacy/repository-retention'
import { getDatabase } from '@/lib/server/database'
import { readEnv } from '@/lib/server/env'
import { guardProcess } from '@/lib/server/guard-output'
import { beatHeart, heartbeatMilliseconds } from '@/lib/server/heartbeat'
import { logUnexpected } from '@/lib/server/log'
import { recoverExpiredJobs, recoverWorkerJobs } from './queue'
import { createRunner } from './runner'
import { standBack } from './stand-back'
import { sweepOrphans } from './sweep'

const idleMilliseconds = 150
const failureMilliseconds = 5000
const recoverMilliseconds = 10_000
const sweepMilliseconds = 3_600_000

guardProcess()
const { dataDir, jobNiceness } = readEnv()
standBack(Math.min(10, jobNiceness))
const database = await getDatabase()
const program = fileURLToPath(new URL('./job-process.js', import.meta.url))
const [workerId = crypto.randomUUID(), workerBefore] = process.argv.slice(2)
const runner = createRunner(database, dataDir, workerId, () => fork(program))

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
    const failed = await task().then(
      () => false,
      (error) => Boolean(logUnexpected(error)),
    )
    await sleep(failed ? Math.max(milliseconds, failureMilliseconds) : milliseconds)
  }
}

if (workerBefore) await recoverWorkerJobs(database, workerBefore, new Date())
void repeat(heartbeatMilliseconds, () => beatHeart(dataDir, new Date()))
void repeat(recoverMilliseconds, () => recoverExpiredJobs(database, new Date()))
void repeat(sweepMilliseconds, () => sweepOrphans(database, dataDir, Date.now()))
void repeat(sweepMilliseconds, () => resumeErasures(database, dataDir))
void repeat(sweepMilliseconds, () => enqueueRetention(database, new Date()))
await repeat(idleMilliseconds, async () => {
  while (await runner.runNext());
})
