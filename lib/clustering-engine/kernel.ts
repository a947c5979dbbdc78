import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Phase, shareChunks, startThreads, wordBytes, words } from './threads'

type Pass = (context: number, chunk: number, scratch: number) => void

/** The compiled kernel with its memory, which grows and is kept: what is opened is laid out on it like a stack. */
export interface Kernel {
  memory: WebAssembly.Memory
  /** first free byte */
  top: number
  /** see kernel.as */
  sumCells: (...places: number[]) => void
  /** Runs a phase on every chunk, with other threads when `threaded`. */
  run: (phase: Phase, chunks: number, context: number, threaded: boolean) => void
  /** Where the threads may keep what they need for one chunk. */
  setScratch: (scratch: number, bytes: number) => void
}

const pageBytes = 65536
const mostPages = 32768

/** Makes room for `bytes` from the top on; false when the kernel's 2 GB, or the machine's memory, do not suffice. */
export function ensureMemory({ memory, top }: Kernel, bytes: number): boolean {
  const pages = Math.ceil((top + bytes - memory.buffer.byteLength) / pageBytes)
  if (pages <= 0) return true
  try {
    memory.grow(pages)
    return true
  } catch {
    return false
  }
}

function loadKernel(): Kernel | null {
  try {
    const module = new WebAssembly.Module(
      readFileSync(join(process.cwd(), 'lib/generated/kmeans-kernel.wasm')),
    )
    const memory = new WebAssembly.Memory({ initial: 1, maximum: mostPages, shared: true })
    const { exports } = new WebAssembly.Instance(module, { env: { memory } })
    const passes = exports as Record<Phase, Pass>
    const { sumCells } = exports as Pick<Kernel, 'sumCells'>
    const shared = new Int32Array(memory.buffer, 0, wordBytes / 4)
    let started = false
    return {
      memory,
      top: wordBytes,
      sumCells,
      run(phase, chunks, context, threaded) {
        const scratch = shared[words.scratch]!
        const pass = passes[phase]
        if (!threaded) {
          for (let chunk = 0; chunk < chunks; chunk++) pass(context, chunk, scratch)
          return
        }
        if (!started) startThreads(module, memory)
        started = true
        shareChunks(shared, phase, chunks, context, (chunk) => pass(context, chunk, scratch))
      },
      setScratch(scratch, bytes) {
        shared[words.scratch] = scratch
        shared[words.scratchBytes] = bytes
      },
    }
  } catch {
    return null
  }
}

let loaded: Kernel | null | undefined

/** The kernel; null where it was not built or WebAssembly has no SIMD or shared memory: plain typed arrays serve then. */
export function getKernel(): Kernel | null {
  if (loaded === undefined) loaded = loadKernel()
  return loaded
}
