import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'

/** Words at the start of the kernel's memory that threads share. */
export const words = {
  next: 0,
  limit: 1,
  done: 2,
  base: 3,
  phase: 4,
  context: 5,
  scratch: 6,
  scratchBytes: 7,
}
export const wordBytes = 64
export const phases = ['examine', 'convert', 'measure', 'assign'] as const
export type Phase = (typeof phases)[number]

const mostThreads = 4
/** looks for work, or its end, before a thread goes to sleep: waking it costs tens of microseconds */
const spins = 2000

// Chunks are tickets that only ever count up: whoever takes one below the limit works on the present phase, which
// cannot end before that ticket is done.
const program = `
const { workerData } = require('node:worker_threads')
const { module, memory, thread, phases, words, spins } = workerData
const shared = new Int32Array(memory.buffer, 0, 16)
const kernel = new WebAssembly.Instance(module, { env: { memory } }).exports
for (let idle = 0; ; ) {
  const limit = Atomics.load(shared, words.limit)
  const ticket = Atomics.load(shared, words.next)
  if (ticket >= limit) {
    if (++idle > spins) Atomics.wait(shared, words.limit, limit)
    continue
  }
  idle = 0
  if (Atomics.compareExchange(shared, words.next, ticket, ticket + 1) !== ticket) continue
  const chunk = ticket - Atomics.load(shared, words.base)
  const scratch = Atomics.load(shared, words.scratch) + thread * Atomics.load(shared, words.scratchBytes)
  kernel[phases[Atomics.load(shared, words.phase)]](Atomics.load(shared, words.context), chunk, scratch)
  if (Atomics.add(shared, words.done, 1) + 1 === Atomics.load(shared, words.limit)) {
    Atomics.notify(shared, words.done)
  }
}`

/** How many threads work together, this one included. */
export function countThreads(): number {
  return Math.min(mostThreads, availableParallelism())
}

/** Starts the threads beside this one. They take part as soon as they are there, and do not keep the process alive. */
export function startThreads(module: WebAssembly.Module, memory: WebAssembly.Memory): void {
  for (let thread = 1; thread < countThreads(); thread++) {
    const workerData = { module, memory, thread, phases, words, spins }
    const worker = new Worker(program, { eval: true, execArgv: [], workerData })
    worker.unref()
  }
}

/** Runs a phase on all chunks together with the threads that are there; waits until every chunk is done. */
export function shareChunks(
  shared: Int32Array,
  phase: Phase,
  chunks: number,
  context: number,
  run: (chunk: number) => void,
): void {
  const base = Atomics.load(shared, words.limit)
  Atomics.store(shared, words.base, base)
  Atomics.store(shared, words.phase, phases.indexOf(phase))
  Atomics.store(shared, words.context, context)
  Atomics.store(shared, words.limit, base + chunks)
  Atomics.notify(shared, words.limit)
  for (let ticket = Atomics.load(shared, words.next); ticket < base + chunks; ) {
    const taken = Atomics.compareExchange(shared, words.next, ticket, ticket + 1)
    if (taken === ticket) {
      run(ticket - base)
      Atomics.add(shared, words.done, 1)
    }
    ticket = Atomics.load(shared, words.next)
  }
  for (let looks = 0; ; looks++) {
    const done = Atomics.load(shared, words.done)
    if (done === base + chunks) return
    if (looks > spins) Atomics.wait(shared, words.done, done)
  }
}
