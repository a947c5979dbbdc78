import 'server-only'
import { setPriority } from 'node:os'
import { getDatabase } from '@/lib/server/database'
import { readEnv } from '@/lib/server/env'
import { logUnexpected } from '@/lib/server/log'
import { getWarehouse } from '@/lib/server/warehouse'
import { AppError } from '@/lib/shared/errors'
import type { JobMessage, StartMessage } from './messages'
import { completeJob, JobLostError, type Progress } from './queue'
import { jobs } from './registry'

// Runs one job, then ends. Started ahead of time: everything slow to load is loaded before the job comes.
const progressMilliseconds = 100

const tell = (message: JobMessage) => new Promise<void>((resolve) => process.send?.(message, () => resolve()))

function reportProgress() {
  let told = 0
  let phase = ''
  return (progress: Progress) => {
    const now = performance.now()
    if (progress.phase === phase && now - told < progressMilliseconds && progress.done !== progress.total)
      return
    told = now
    phase = progress.phase
    process.send?.({ type: 'progress', progress } satisfies JobMessage)
  }
}

async function runJob({ jobId, workerId }: StartMessage): Promise<void> {
  const database = await getDatabase()
  const { kind, payload, workspaceId } = await database.job.findUniqueOrThrow({ where: { id: jobId } })
  const job = jobs.find((candidate) => candidate.kind === kind)
  if (!job) throw new Error(`No job of kind ${kind}`)
  const handle = await job.load()
  await handle({
    jobId,
    workspaceId,
    payload,
    database,
    dataDir: readEnv().dataDir,
    progress: reportProgress(),
    commit: (write) => completeJob(database, jobId, workerId, write, new Date()),
  })
}

async function answer(message: StartMessage): Promise<void> {
  try {
    await runJob(message)
    await tell({ type: 'completed' })
  } catch (error) {
    if (error instanceof JobLostError) await tell({ type: 'lost' })
    else if (error instanceof AppError) {
      await tell({ type: 'failed', error: { code: error.code, params: error.params } })
    } else {
      const reference = logUnexpected(error)
      await tell({ type: 'failed', error: { code: 'unexpected', params: { reference } } })
    }
  }
  process.exit(0)
}

setPriority(10)
process.on('disconnect', () => process.exit(1))
process.once('message', (message) => void answer(message as StartMessage))
await Promise.all([getDatabase(), getWarehouse(), ...jobs.map((job) => job.load())])
