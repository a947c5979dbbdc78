import 'server-only'
import { open, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** A worker that is alive says so at least this often. */
export const heartbeatMilliseconds = 10_000

const heartbeatPath = (dataDir: string) => join(dataDir, 'worker-alive')

/** Notes that a worker is alive, for all processes that share `dataDir`. Works on a full disk once the file is there. */
export async function beatHeart(dataDir: string, now: Date): Promise<void> {
  const file = await open(heartbeatPath(dataDir), 'a')
  try {
    await file.utimes(now, now)
  } finally {
    await file.close()
  }
}

/** Milliseconds since a worker was last alive; null when none ever was. */
export async function readHeartbeat(dataDir: string, now: Date): Promise<number | null> {
  const found = await stat(heartbeatPath(dataDir)).catch(() => null)
  return found && Math.max(0, now.getTime() - found.mtimeMs)
}
