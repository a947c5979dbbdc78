import 'server-only'
import type { ChildProcess } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Job } from '@/lib/generated/sqlite/client'
import type { Database } from '@/lib/server/database'
import type { JobMessage, StartMessage } from './messages'
import { claimJob, type Ending, endJob, type Progress, recoverJob, releaseJob, renewJob } from './queue'

const renewMilliseconds = 500

type Runner = {
  /** Runs the oldest queued job to its end; false when there was none. */
  runNext: () => Promise<boolean>
  /** Ends the process at work, gives its job back and starts no other. */
  stop: () => Promise<void>
}

/**
 * Runs jobs one after another, each in a process of its own (made by `start`, with an IPC channel) that can be killed
 * at any moment. The next process is started ahead, so that a job begins at once.
 */
export function createRunner(
  database: Database,
  dataDir: string,
  workerId: string,
  start: () => ChildProcess,
): Runner {
  let stopping = false
  let standby: ChildProcess | null = start()
  let current: { job: Job; process: ChildProcess; ended: Promise<void> } | null = null

  function takeProcess(): ChildProcess {
    const ready = standby?.connected && standby.exitCode === null ? standby : start()
    standby = null
    return ready
  }

  async function supervise(job: Job, child: ChildProcess): Promise<void> {
    let progress: Progress | null = null
    let message: JobMessage | null = null
    let stopped: 'cancel' | 'lost' | null = null
    child.on('message', (received) => {
      const incoming = received as JobMessage
      if (incoming.type === 'progress') progress = incoming.progress
      else message = incoming
    })
    const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    const renewal = setInterval(async () => {
      const state = await renewJob(database, job.id, workerId, progress, new Date()).catch(
        () => 'kept' as const,
      )
      if (state === 'kept' || child.exitCode !== null || message) return
      stopped = state
      child.kill('SIGKILL')
    }, renewMilliseconds)
    child.send({ jobId: job.id, workerId } satisfies StartMessage, () => {})
    await exited
    clearInterval(renewal)
    await rm(join(dataDir, 'tmp', job.id), { recursive: true, force: true })
    if (!stopping) await settle(job, message, stopped)
  }

  async function settle(
    job: Job,
    message: JobMessage | null,
    stopped: 'cancel' | 'lost' | null,
  ): Promise<void> {
    const ending = endingOf(message, stopped)
    if (ending) await endJob(database, job.id, workerId, ending, new Date())
    else if (message === null && stopped === null)
      await recoverJob(database, { ...job, workerId }, new Date())
  }

  return {
    async runNext() {
      if (stopping) return false
      const job = await claimJob(database, workerId, new Date())
      if (!job) {
        standby ??= start()
        return false
      }
      const child = takeProcess()
      const ended = supervise(job, child)
      current = { job, process: child, ended }
      await ended
      current = null
      if (!stopping) standby = start()
      return true
    },
    async stop() {
      stopping = true
      standby?.kill('SIGKILL')
      if (!current) return
      const { job, process, ended } = current
      process.kill('SIGKILL')
      await ended
      await releaseJob(database, job.id, workerId)
    },
  }
}

/** How a job ends that has not committed; null when it has, or when it is not this worker's to end. */
function endingOf(message: JobMessage | null, stopped: 'cancel' | 'lost' | null): Ending | null {
  if (message?.type === 'failed') return { status: 'failed', error: message.error }
  if (stopped === 'cancel' || message?.type === 'lost') return { status: 'cancelled' }
  return null
}
