import 'server-only'
import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * milliseconds; a process that ends before `early` did not get to work. The pause doubles with each such end. Whoever is
 * asked to end has `patience` for it: a browser that keeps its connection open would keep the server for ever.
 */
const usualTimes = { pause: 500, longestPause: 4000, early: 5000, patience: 10_000 }
const mostFailures = 5

export type Kept = {
  /** Asks the process to end, makes it when it does not, and starts no other; resolves when it has ended. */
  stop: () => Promise<void>
  /** The exit code of the process that is not started again. */
  ended: Promise<number>
}

/**
 * Keeps a process running: whatever ends it, it is started again, unless it ends by itself as soon as it is first
 * started (it cannot work here: its port is taken, say), or five times in a row before it got to work. One that others
 * kill is always started again.
 */
export function keepRunning(name: string, start: () => ChildProcess, times = usualTimes): Kept {
  let stopping = false
  let child: ChildProcess

  async function runOnce() {
    const began = performance.now()
    child = start()
    const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve) =>
      child.once('exit', (...how) => resolve(how)),
    )
    return { code: code ?? 1, killed: signal !== null, early: performance.now() - began < times.early }
  }

  async function repeat(): Promise<number> {
    let [starts, earlyEnds, failures] = [0, 0, 0]
    for (;;) {
      const { code, killed, early } = await runOnce()
      starts++
      earlyEnds = early ? earlyEnds + 1 : 0
      failures = early && !killed ? failures + 1 : 0
      if (stopping || failures === mostFailures || (failures === 1 && starts === 1)) return code
      console.error(`The ${name} ended unexpectedly and is started again.`)
      await sleep(Math.min(times.pause * 2 ** Math.max(0, earlyEnds - 1), times.longestPause))
      if (stopping) return code
    }
  }

  const ended = repeat()
  return {
    ended,
    stop: async () => {
      stopping = true
      child.kill('SIGTERM')
      const insist = setTimeout(() => child.kill('SIGKILL'), times.patience)
      await ended
      clearTimeout(insist)
    },
  }
}
