import 'server-only'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * A new folder's path for a job's temporary files. Each run of a job has one of its own: the process of a run that was
 * given up may still be at work for a moment when the next one begins.
 */
export const jobFolder = (dataDir: string, jobId: string) =>
  join(dataDir, 'tmp', `${jobId}.${crypto.randomUUID().slice(0, 8)}`)

/** The job that an entry of the folder of temporary files belongs to. */
export const jobOfFolder = (name: string) => name.split('.')[0] ?? ''

/** Removes what the runs of a job have left. */
export async function removeJobFolders(dataDir: string, jobId: string): Promise<void> {
  const names = await readdir(join(dataDir, 'tmp')).catch(() => [])
  for (const name of names.filter((name) => jobOfFolder(name) === jobId))
    await rm(join(dataDir, 'tmp', name), { recursive: true, force: true })
}
