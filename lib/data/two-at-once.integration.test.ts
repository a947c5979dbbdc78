import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { saveWorkspace } from '@/lib/accounts/service'
import { importModes } from '@/lib/csv/mapping'
import { AppError } from '@/lib/shared/errors'
import { testProviders } from '@/lib/tooling/test-databases'
import { openTestWorkspace, sendText, type TestWorkspace } from './data.fixture'
import { createImports } from './repository'
import {
  importSerially,
  type PeopleFile,
  type PersonRow,
  peopleColumns,
  selectPeople,
  writePeople,
} from './serial-model.fixture'
import * as service from './service'
import { storeUpload } from './upload-service'

const cell = fc.constantFrom('', 'Rome', 'Bern', 'Oslo')
const row: fc.Arbitrary<PersonRow> = fc.record({
  id: fc.constantFrom('C1', 'C2', 'C3', 'C4', 'C5'),
  city: cell,
  country: cell,
})
const file: fc.Arbitrary<PeopleFile> = fc.record({
  mode: fc.constantFrom(...importModes),
  rows: fc.uniqueArray(row, { selector: ({ id }) => id, minLength: 1, maxLength: 4 }),
})
/** What one person does with one file; others do the same with theirs meanwhile. */
const deed = fc.record({
  file,
  twice: fc.boolean(),
  afterwards: fc.constantFrom('keep', 'keep', 'undo', 'rename'),
})
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never
const scripts = fc.array(fc.array(deed, { minLength: 1, maxLength: 2 }), { minLength: 2, maxLength: 3 })

type Kept = PeopleFile & { sent: number; acknowledged: number }

describe.each(testProviders)('several people at once, on %s', (provider) => {
  let test: TestWorkspace
  beforeAll(async () => {
    test = await openTestWorkspace(provider)
  })
  afterAll(() => test.close())

  /** Runs jobs as two workers would until `done`. */
  async function work(done: () => boolean): Promise<void> {
    while (!done()) {
      if ((await test.database.job.count({ where: { status: 'queued' } })) > 0)
        await test.runJob().catch((error) => expect(error.message).toBe('No job is queued'))
      else await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }

  async function waitUntil(importId: string, reached: (state: { stage: string; state: string }) => boolean) {
    for (;;) {
      const found = await service.getImport(test.owner, importId)
      expect(found.error).toBeNull()
      if (reached(found)) return
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }

  async function check(file: PeopleFile): Promise<string> {
    const text = writePeople(file)
    const { uploadId } = await storeUpload(test.owner, 'people.csv', sendText(text), text.length, false)
    const { workspaceId, userId: createdBy } = test.owner
    const tables = [{ table: 'customers' as const, mode: file.mode, columns: peopleColumns }]
    const data = { workspaceId, uploadId, createdBy, dialect: null, textFile: null, signature: null }
    const [started] = await createImports(
      test.database,
      [{ ...data, mapping: { tables, formats: {} } }],
      false,
    )
    const importId = started?.importId ?? ''
    await waitUntil(importId, ({ state }) => state === 'completed')
    return importId
  }

  /** Confirms as often as asked, at the same moment; exactly one of them is acknowledged. */
  async function confirm(importId: string, twice: boolean): Promise<void> {
    const tries = await Promise.allSettled(
      (twice ? [1, 2] : [1]).map(() => service.confirmImport(test.owner, importId)),
    )
    const refused = tries.filter((one) => one.status === 'rejected').map(({ reason }) => reason)
    expect(refused.filter((error) => !(error instanceof AppError && error.code === 'importDecided'))).toEqual(
      [],
    )
    expect(tries.length - refused.length).toBe(1)
    await waitUntil(importId, ({ stage }) => stage === 'imported')
  }

  async function clear(): Promise<void> {
    await test.clear()
    await test.database.auditEvent.deleteMany()
  }

  it('leaves what one after the other would have left', async () => {
    await fc.assert(
      fc.asyncProperty(scripts, async (people) => {
        await clear()
        const kept = new Map<string, Kept>()
        const names: string[] = []
        let undone = 0
        const act = async ({ file, twice, afterwards }: Deed) => {
          const importId = await check(file)
          const sent = performance.now()
          await confirm(importId, twice)
          kept.set(importId, { ...file, sent, acknowledged: performance.now() })
          if (afterwards === 'undo') {
            await service.undoImport(test.owner, importId)
            kept.delete(importId)
            undone++
          }
          if (afterwards === 'rename') {
            const name = `Brand ${importId}`
            await saveWorkspace(test.owner, { name, currency: 'EUR', timeZone: 'UTC', language: 'en' })
            names.push(name)
          }
        }
        let done = false
        const workers = [1, 2].map(() => work(() => done))
        const all = people.map(async (deeds) => {
          for (const each of deeds) await act(each)
        })
        await Promise.all(all).finally(() => {
          done = true
        })
        await Promise.all(workers)

        const batches = await test.database.batch.findMany({
          where: { visible: true },
          orderBy: { position: 'asc' },
        })
        // Every acknowledged import once, and in an order that none of its people could call wrong.
        expect(batches.map(({ importId }) => importId).sort()).toEqual([...kept.keys()].sort())
        expect(new Set(batches.map(({ position }) => position)).size).toBe(batches.length)
        const files = batches.map(({ importId }) => kept.get(importId) as Kept)
        files.forEach((later, index) => {
          for (const earlier of files.slice(0, index)) expect(earlier.sent).toBeLessThan(later.acknowledged)
        })
        expect(await test.select(selectPeople)).toEqual(importSerially(files))

        if (undone === 0) {
          const imports = await test.database.import.findMany()
          files.forEach(({ rows }, index) => {
            const before = new Set(importSerially(files.slice(0, index)).map(({ id }) => id))
            const created = rows.filter(({ id }) => !before.has(id)).length
            const told = imports.find(({ id }) => id === batches[index]?.importId)
            expect(told).toMatchObject({ rowsAccepted: rows.length, rowsCreated: created })
          })
        }
        const events = await test.database.auditEvent.groupBy({ by: ['action'], _count: true })
        const count = (action: string) => events.find((event) => event.action === action)?._count ?? 0
        expect(count('import.complete')).toBe(kept.size + undone)
        expect(count('import.undo')).toBe(undone)
        expect(count('workspace.update')).toBe(names.length)
        const { name } = await test.database.workspace.findUniqueOrThrow({
          where: { id: test.owner.workspaceId },
        })
        if (names.length > 0) expect(names).toContain(name)
      }),
      { numRuns: 12, endOnFailure: true },
    )
  })
})
