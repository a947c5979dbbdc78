import { execFileSync } from 'node:child_process'
import { closeSync, existsSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export type SmallDisk = {
  folder: string
  /** Takes all of the room but so many bytes; also what files give back a little later that were removed while open. */
  fill: (left: number) => Promise<void>
  free: () => void
  close: () => void
}

const piece = Buffer.alloc(1 << 16)

/** A file system of 64 MB in memory; null where none can be mounted (not root, or not Linux). */
export function mountSmallDisk(): SmallDisk | null {
  const folder = mkdtempSync(join(tmpdir(), 'personae-small-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    rmSync(folder, { recursive: true })
    return null
  }
  const ballast = join(folder, 'ballast')
  const room = () => {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  }
  const free = () => {
    if (existsSync(ballast)) rmSync(ballast)
  }
  return {
    folder,
    free,
    async fill(left) {
      free()
      const file = openSync(ballast, 'w')
      for (let look = 0; look < 10; look++) {
        while (room() > left) writeSync(file, piece, 0, Math.min(piece.length, room() - left))
        await sleep(20)
      }
      closeSync(file)
    },
    close() {
      execFileSync('umount', ['-l', folder])
      rmSync(folder, { recursive: true })
    },
  }
}
