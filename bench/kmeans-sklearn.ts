import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export interface Request {
  /** path of a file of doubles, row-major */
  data: string
  columns: number
  k: number
  /** centroids of one or more starts */
  starts: number[]
  maxIterations: number
  tolerance: number
  algorithm: 'lloyd' | 'elkan'
}

export interface Sklearn {
  version: string
  /** Fits one start after another and keeps the best: the time is that of the fits alone, taken in Python. */
  fit: (request: Request) => Promise<{ milliseconds: number; inertia: number }>
  close: () => void
}

/** scikit-learn in a process of its own, on two threads. */
export async function startSklearn(): Promise<Sklearn> {
  const program = fileURLToPath(new URL('./kmeans_sklearn.py', import.meta.url))
  const python = spawn('/usr/bin/python3', [program], {
    env: { ...process.env, OMP_NUM_THREADS: '2' },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: python.stdout })[Symbol.asyncIterator]()
  const read = async () => {
    const { value, done } = await lines.next()
    if (done) throw new Error('scikit-learn ended: is python3-sklearn installed?')
    return JSON.parse(value)
  }
  const { version } = await read()
  return {
    version,
    async fit(request) {
      python.stdin.write(`${JSON.stringify(request)}\n`)
      return await read()
    },
    close: () => python.stdin.end(),
  }
}
