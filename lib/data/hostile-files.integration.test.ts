import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AppError } from '@/lib/shared/errors'
import { mutateFile } from './mutations.fixture'
import { makePollutedFiles, type PollutedFile } from './pollutions.fixture'
import { type ReadTable, readTable } from './read-table.fixture'

/** As an import compares them: blanks around a cell are not part of its value. */
const write = (cells: readonly string[]) => JSON.stringify(cells.map((cell) => cell.trim()))

/** Each polluted file is read as it is meant, or the records that leave a doubt are refused, with a reason each. */
function findFault({ header, records, refusable }: PollutedFile, read: ReadTable): string | null {
  if (JSON.stringify(read.headers) !== JSON.stringify(header)) return `header ${read.headers.join('|')}`
  const kept = read.records.map(write)
  const doubtful = new Set(refusable)
  let at = 0
  let refused = 0
  for (const [index, record] of records.entries()) {
    if (kept[at] === write(record)) at++
    else if (doubtful.has(index + 1)) refused++
    else return `record ${index + 1}: ${kept[at]} instead of ${write(record)}`
  }
  if (at < kept.length) return `${kept.length - at} records too many, first ${kept[at]}`
  return read.rejected.length < refused ? `${refused} records left out, ${read.rejected.length} told` : null
}

describe('files as they should not be', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'personae-hostile-'))
    await mkdir(join(folder, 'tmp'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('reads every pollution of the Pollock benchmark right or says what it leaves out', async () => {
    const faults: string[] = []
    const files = makePollutedFiles()
    for (const file of files) {
      const path = join(folder, 'polluted.csv')
      await writeFile(path, file.bytes)
      const fault = findFault(file, await readTable(path, join(folder, 'tmp')))
      if (fault) faults.push(`${file.name}: ${fault}`)
    }
    expect(faults).toEqual([])
    expect(files.length).toBeGreaterThan(400)
  }, 120_000)

  it('survives 10,000 seeded mutations of valid files, with exact counts', async () => {
    const path = join(folder, 'mutated.csv')
    const outcomes = { read: 0, refused: 0 }
    for (let seed = 1; seed <= 10_000; seed++) {
      await writeFile(path, mutateFile(seed))
      try {
        const { records, rejected, counted } = await readTable(path, join(folder, 'tmp'))
        if (records.length + rejected.length !== counted) throw new Error(`Seed ${seed}: ${counted} counted`)
        outcomes.read++
      } catch (error) {
        if (!(error instanceof AppError)) throw new Error(`Seed ${seed}`, { cause: error })
        outcomes.refused++
      }
    }
    expect(outcomes.read + outcomes.refused).toBe(10_000)
    expect(outcomes.read).toBeGreaterThan(5000)
  }, 600_000)
})
