import 'server-only'
import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Job } from '@/lib/generated/sqlite/client'
import type { Database } from '@/lib/server/database'
import { logEvent, logUnexpected } from '@/lib/server/log'
import { removeJobFolders } from './job-folder'
import type { EndMessage, JobMessage, StartMessage } from './messages'
import { claimJob, type Ending, endJob, type Progress, recoverJob, releaseJob, renewJob } from './queue'

const renewMilliseconds = 500
const insistMilliseconds = 1000
/** bytes; a process that holds more after a job makes room for a fresh one */
const memoryToKeep = 400_000_000

type Runner = {
  /** Runs the oldest queued job to its end; false when there was none. */
  runNext: () => Promise<boolean>
  /** Ends the process at work, gives its job back and starts no other. */
  stop: () => Promise<void>
}

/**
 * Runs jobs one after another in a process of their own (made by `start`, with an IPC channel) that can be killed at
 * any moment. It is started ahead, so that a job begins at once, and serves the next job too unless it was killed, or
 * grew.
 */
export function createRunner(
  database: Database,
  dataDir: string,
  workerId: string,
  start: () => ChildProcess,
): Runner {
  let stopping = false
  let child = start()
  let current: { job: Job; ended: Promise<void> } | null = null

  const isAlive = () => child.connected && !child.killed

  /** How a job ended is written down once that is possible again when it is not now: the disk is full, say. */
  async function insist(write: () => Promise<unknown>): Promise<void> {
    for (let tries = 0; !stopping; tries++) {
      try {
        await write()
        return
      } catch (error) {
        if (tries === 0) logUnexpected(error)
        await sleep(insistMilliseconds)
      }
    }
  }

  async function supervise(job: Job): Promise<void> {
    const started = performance.now()
    const { workspaceId, createdBy: actorId, id: objectId, kind, attempts: attempt } = job
    const known = { workspaceId, actorId, objectId, kind, attempt }
    logEvent('job.start', known)
    const { process, result } = startJob(child, { jobId: job.id, workerId })
    let stopped: 'cancel' | 'lost' | null = null
    const renewal = setInterval(async () => {
      const state = await renewJob(database, job.id, workerId, process.progress, new Date()).catch(
        () => 'kept' as const,
      )
      if (state === 'kept' || process.ended) return
      stopped = state
      child.kill('SIGKILL')
    }, renewMilliseconds)
    const end = await result
    clearInterval(renewal)
    const ms = Math.round(performance.now() - started)
    logEvent('job.end', { ...known, ms, ...outcomeOf(end, stopping ? 'released' : stopped) })
    await removeJobFolders(dataDir, job.id)
    if (stopping) return
    const ending = endingOf(end, stopped)
    if (ending) await insist(() => endJob(database, job.id, workerId, ending, new Date()))
    else if (!end && !stopped) await insist(() => recoverJob(database, { ...job, workerId }, new Date()))
    if (end && end.memory > memoryToKeep) child.kill('SIGKILL')
  }

  return {
    async runNext() {
      if (stopping) return false
      if (!isAlive()) child = start()
      const job = await claimJob(database, workerId, new Date())
      if (!job) return false
      const ended = supervise(job)
      current = { job, ended }
      await ended
      current = null
      return true
    },
    async stop() {
      stopping = true
      child.kill('SIGKILL')
      if (!current) return
      const { job, ended } = current
      await ended
      await releaseJob(database, job.id, workerId)
    },
  }
}

type Watched = { progress: Progress | null; ended: boolean }

/** Hands a job to a process; `result` is how it ended, null when the process died over it. */
function startJob(child: ChildProcess, start: StartMessage) {
  const process: Watched = { progress: null, ended: false }
  const result = new Promise<EndMessage | null>((resolve) => {
    const finish = (end: EndMessage | null) => {
      process.ended = true
      child.off('message', listen)
      child.off('exit', die)
      resolve(end)
    }
    const die = () => finish(null)
    const listen = (message: unknown) => {
      const received = message as JobMessage
      if (received.type === 'progress') process.progress = received.progress
      else finish(received)
    }
    child.on('message', listen)
    child.on('exit', die)
    // One that ended before it was listened to cannot be told any more.
    child.send(start, (error) => {
      if (error) finish(null)
    })
  })
  return { process, result }
}

/** How a job ended, for the log; one whose process died crashed unless it was stopped. */
function outcomeOf(message: EndMessage | null, stopped: 'cancel' | 'lost' | 'released' | null) {
  if (message?.type !== 'failed') return { outcome: message?.type ?? stopped ?? 'crashed' }
  const { code, params } = message.error
  const reference = params.reference === undefined ? {} : { reference: String(params.reference) }
  return { outcome: code, ...reference }
}

/** How a job ends that has not committed; null when it has, or when it is not this worker's to end. */
function endingOf(message: EndMessage | null, stopped: 'cancel' | 'lost' | null): Ending | null {
  if (message?.type === 'failed') return { status: 'failed', error: message.error }
  if (stopped === 'cancel' || message?.type === 'lost') return { status: 'cancelled' }
  return null
}
