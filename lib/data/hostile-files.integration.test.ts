import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AppError } from '@/lib/shared/errors'
import { mutateFile } from './mutations.fixture'
import { makePollutedFiles, type PollutedFile } from './pollutions.fixture'
import { type ReadTable, readTable } from './read-table.fixture'

const duckdbFiles = fileURLToPath(new URL('../../../shared/data/duckdb-csv/data/csv', import.meta.url))

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

  it('takes a header with a delimiter too many', async () => {
    const path = join(folder, 'trailing.csv')
    await writeFile(path, 'id,name,\n1,a\n2,b\n')
    const { headers, records } = await readTable(path, join(folder, 'tmp'))
    expect([headers, records]).toEqual([
      ['id', 'name'],
      [
        ['1', 'a'],
        ['2', 'b'],
      ],
    ])
    await writeFile(path, 'id,name,\n1,a,x\n2,b,\n')
    expect((await readTable(path, join(folder, 'tmp'))).headers).toEqual(['id', 'name', 'Column 3'])
  })

  it.skipIf(!existsSync(duckdbFiles))(
    'reads every CSV file of DuckDB’s tests in full or refuses it (needs ../shared/data)',
    async () => {
      const names = (await readdir(duckdbFiles, { recursive: true })).filter((name) =>
        /[.](csv|tsv)$/i.test(name),
      )
      for (const name of names) {
        const outcome = await readTable(join(duckdbFiles, name), join(folder, 'tmp')).catch((error) => {
          if (error instanceof AppError) return null
          throw new Error(name, { cause: error })
        })
        if (outcome)
          expect([name, outcome.records.length + outcome.rejected.length]).toEqual([name, outcome.counted])
      }
      expect(names.length).toBeGreaterThan(700)
    },
    120_000,
  )

  it('survives 10,000 seeded mutations of valid files, with exact counts', async () => {
    const outcomes = { read: 0, refused: 0 }
    let seed = 0
    // Several at a time: most of the time each waits for its small files.
    async function readNext(lane: string): Promise<void> {
      await mkdir(lane)
      const path = join(lane, 'mutated.csv')
      while (seed < 10_000) {
        const own = ++seed
        await writeFile(path, mutateFile(own))
        try {
          const { records, rejected, counted } = await readTable(path, lane)
          if (records.length + rejected.length !== counted) throw new Error(`Seed ${own}: ${counted} counted`)
          outcomes.read++
        } catch (error) {
          if (!(error instanceof AppError)) throw new Error(`Seed ${own}`, { cause: error })
          outcomes.refused++
        }
      }
    }
    await Promise.all(['a', 'b', 'c', 'd'].map((lane) => readNext(join(folder, lane))))
    expect(outcomes.read + outcomes.refused).toBe(10_000)
    expect(outcomes.read).toBeGreaterThan(5000)
  }, 600_000)
})
