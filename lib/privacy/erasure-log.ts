import 'server-only'
import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const entrySchema = z.object({
  workspaceId: z.string(),
  id: z.string(),
  keys: z.array(z.string()),
  at: z.string(),
  liftedAt: z.string().nullable(),
})
export type LogEntry = z.infer<typeof entrySchema>

const logPath = (dataDir: string) => join(dataDir, 'erasures.jsonl')

function readEntry(line: string): LogEntry[] {
  try {
    return [entrySchema.parse(JSON.parse(line))]
  } catch {
    // The last line of a process that was killed while it wrote.
    return []
  }
}

/** What the file beside the database says of each erasure: its last entry. */
export async function readLog(dataDir: string): Promise<Map<string, LogEntry>> {
  const text = await readFile(logPath(dataDir), 'utf8').catch(() => '')
  return new Map(text.split('\n').flatMap((line) => readEntry(line).map((entry) => [entry.id, entry])))
}

/** Adds entries to the file that a restore of an older back-up leaves as it is; they are on the disk when it returns. */
export async function appendLog(dataDir: string, entries: readonly LogEntry[]): Promise<void> {
  if (entries.length === 0) return
  const handle = await open(logPath(dataDir), 'a', 0o600)
  try {
    // Begins with a line end, in case the last line was cut short.
    await handle.appendFile(entries.map((entry) => `\n${JSON.stringify(entry)}`).join(''))
    await handle.sync()
  } finally {
    await handle.close()
  }
}
