import 'server-only'
import type { Member } from '@/lib/server/access'
import { csvResponse } from '@/lib/server/csv-response'
import { getDatabase } from '@/lib/server/database'
import { readEnv } from '@/lib/server/env'
import { startReceipt } from './export-receipt'
import type { ExportCounts } from './export-schema'
import { type ExportedList, finishExport } from './repository-exports'

export type PeopleList = {
  member: Member
  /** of the file, without .csv */
  name: string
  header: string
  list: Omit<ExportedList, 'outcome' | 'rows' | 'people' | 'leftOut' | 'k'>
  /** on the very files that `readChunks` reads */
  count: () => Promise<Pick<ExportCounts, 'leftOut' | 'anonymity'>>
  /** lines with the digest of the person of each, a person's together */
  readChunks: () => AsyncGenerator<{ digests: string[]; lines: string[] }>
}

/**
 * A list of people as a streamed CSV, with a receipt of who was in it. Its record ends as completed after the last
 * byte, as interrupted when the reader goes away before.
 */
export function peopleResponse({ member, name, header, list, count, readChunks }: PeopleList): Response {
  const receipt = startReceipt(readEnv().dataDir, list.id)
  let counts: Awaited<ReturnType<PeopleList['count']>> | undefined
  async function* writeLines() {
    counts = await count()
    for await (const { digests, lines } of readChunks()) {
      await receipt.add(digests)
      yield { text: lines.join(''), rows: lines.length }
    }
  }
  return csvResponse({
    name,
    header,
    chunks: writeLines(),
    onEnd: async (outcome, rows) => {
      const people = await receipt.close()
      const { leftOut = null, anonymity = null } = counts ?? {}
      const ended = { outcome, rows, people, leftOut, k: anonymity?.k ?? null }
      await finishExport(await getDatabase(), member, { ...list, ...ended })
    },
  })
}
