import 'server-only'
import { getDatabase } from '@/lib/server/database'
import { readEnv } from '@/lib/server/env'
import { describeFailure } from '@/lib/server/failure'
import { guardProcess } from '@/lib/server/guard-output'
import { getWarehouse } from '@/lib/server/warehouse'
import type { EndMessage, JobMessage, StartMessage } from './messages'
import { completeJob, JobLostError, type Progress } from './queue'
import { jobs } from './registry'
import { standBack } from './stand-back'

// Runs one job at a time. Started ahead: everything slow to load is loaded before the first one comes.
const progressMilliseconds = 100

type Ending = DistributiveOmit<EndMessage, 'memory'>
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never

// A worker that has gone is noticed by the disconnection alone.
const tell = (message: JobMessage) => process.send?.(message, () => {})

function reportProgress() {
  let told = 0
  let phase = ''
  return (progress: Progress) => {
    const now = performance.now()
    if (progress.phase === phase && now - told < progressMilliseconds && progress.done !== progress.total)
      return
    told = now
    phase = progress.phase
    tell({ type: 'progress', progress })
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
  const end = (ending: Ending) => tell({ ...ending, memory: process.memoryUsage.rss() })
  try {
    await runJob(message)
    end({ type: 'completed' })
  } catch (error) {
    if (error instanceof JobLostError) end({ type: 'lost' })
    else end({ type: 'failed', error: describeFailure(error) })
  }
}

guardProcess()
// Behind everything else, unless told otherwise: whoever waits for a page waits for it alone, and a job takes what is left.
standBack(readEnv().jobNiceness)
process.on('disconnect', () => process.exit(1))
process.on('message', (message) => void answer(message as StartMessage))
await Promise.all([getDatabase(), getWarehouse(), ...jobs.map((job) => job.load())])
