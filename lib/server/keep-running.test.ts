import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, it, vi } from 'vitest'
import { keepRunning } from './keep-running'

const times = { pause: 1, longestPause: 2, early: 5000, patience: 10_000 }

function startWith(script: string) {
  const started: ChildProcess[] = []
  const start = () => {
    const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'ignore'] })
    started.push(child)
    return child
  }
  return { started, start }
}
const work = 'console.log("up"); setInterval(() => {}, 1000)'
const latestIsUp = (started: ChildProcess[]) => once(started.at(-1)?.stdout ?? process.stdin, 'data')

it('gives up at once on a process that cannot work here, with its exit code', async () => {
  const { started, start } = startWith('process.exit(7)')
  expect(await keepRunning('web server', start, times).ended).toBe(7)
  expect(started).toHaveLength(1)
})

it('starts a killed process again until it is told to stop', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const { started, start } = startWith(work)
  const kept = keepRunning('web server', start, times)
  for (let count = 1; count <= 2; count++) {
    await vi.waitFor(() => expect(started).toHaveLength(count))
    await latestIsUp(started)
    started.at(-1)?.kill('SIGKILL')
  }
  await vi.waitFor(() => expect(started).toHaveLength(3))
  await kept.stop()
  expect(started).toHaveLength(3)
  expect(started.at(-1)?.signalCode).toBe('SIGTERM')
})

it('ends a process that does not end when it is asked to', async () => {
  const { started, start } = startWith(`process.on('SIGTERM', () => {}); ${work}`)
  const kept = keepRunning('web server', start, { ...times, patience: 50 })
  await latestIsUp(started)
  await kept.stop()
  expect(started.at(-1)?.signalCode).toBe('SIGKILL')
})

it('gives up on a process that fails five times before it got to work', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const { started, start } = startWith(work)
  const failing = startWith('process.exit(3)')
  let first = true
  const kept = keepRunning(
    'worker',
    () => {
      const child = first ? start() : failing.start()
      first = false
      return child
    },
    times,
  )
  await latestIsUp(started)
  started[0]?.kill('SIGKILL')
  expect(await kept.ended).toBe(3)
  expect(failing.started).toHaveLength(5)
})
