import 'server-only'
import { existsSync, readdirSync } from 'node:fs'
import { setPriority } from 'node:os'

const threadsFolder = '/proc/self/task'

/**
 * Lowers this process to a niceness (0 to 19), unless it has a higher one. Linux keeps one for each thread, and those of
 * libuv are there already: DuckDB starts from them.
 */
export function standBack(niceness: number): void {
  const threads = existsSync(threadsFolder) ? readdirSync(threadsFolder).map(Number) : [0]
  for (const thread of threads) {
    try {
      setPriority(thread, niceness)
    } catch {
      // the thread has ended meanwhile, or was started with a higher niceness: the job runs all the same
    }
  }
}
