import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testProviders } from '@/lib/tooling/test-databases'
import { openTestWorkspace, type TestWorkspace } from './data.fixture'
import { checkImport } from './service'

const people = (jobs: readonly string[]) =>
  ['age;job;note', ...jobs.map((job, n) => `${30 + n};${job};"two\nlines"`), ''].join('\n')

describe.each(testProviders)('customers numbered by row on %s', (provider) => {
  let test: TestWorkspace
  beforeAll(async () => {
    test = await openTestWorkspace(provider)
  })
  beforeEach(() => test.clear())
  afterAll(() => test.close())

  const ids = () =>
    test.select("SELECT customer_id AS id, attributes['job'] AS job FROM customers ORDER BY customer_id")

  it('are called by the file and their line, and updated by the same file', async () => {
    const text = people(['cook', 'clerk', 'cook'])
    const first = await test.importText(text, { numbered: true }, 'June list.csv')
    expect(first).toMatchObject({ table: 'customers', rowsRead: 3, rowsCreated: 3, rowsRejected: 0 })
    // Cells of two lines: the rows begin in lines 2, 4 and 6.
    const expected = [
      { id: 'June-list-2', job: 'cook' },
      { id: 'June-list-4', job: 'clerk' },
      { id: 'June-list-6', job: 'cook' },
    ]
    expect(await ids()).toEqual(expected)
    const again = await test.importText(text, { numbered: true }, 'June list.csv')
    expect(again).toMatchObject({ rowsRead: 3, rowsCreated: 0, rowsUnchanged: 3, rowsRejected: 0 })
    expect(await ids()).toEqual(expected)
    const changed = people(['cook', 'nurse', 'cook'])
    const update = await test.importText(changed, { numbered: true }, 'June list.csv')
    expect(update).toMatchObject({ rowsCreated: 0, rowsUpdated: 1, rowsUnchanged: 2 })
    const other = await test.importText(text, { numbered: true }, "x'); DROP TABLE y;--.csv")
    expect(other).toMatchObject({ rowsCreated: 3 })
    expect((await ids()).map(({ id }) => id)).toContain('x-DROP-TABLE-y-2')
  })

  it('lose no number to a row that is rejected', async () => {
    const text = 'age,job\n30,cook\n31,clerk,extra\n32,nurse\n'
    const detail = await test.importText(text, { numbered: true }, 'list.csv')
    expect(detail).toMatchObject({ rowsRead: 3, rowsCreated: 2, rowsRejected: 1 })
    expect((await ids()).map(({ id }) => id)).toEqual(['list-2', 'list-4'])
  })

  it('are asked for, never assumed, and remembered for the next list', async () => {
    const text = people(Array.from({ length: 30 }, (_, n) => (n % 2 ? 'cook' : 'clerk')))
    const { uploadId } = await test.upload(text, 'one.csv')
    const { guess, evidence } = await test.inspect(uploadId)
    expect(evidence.lack).toEqual({ kind: 'people', columns: [0, 1] })
    await expect(checkImport(test.owner, { uploadId, mapping: guess })).rejects.toMatchObject({
      code: 'fieldsMissing',
      params: { fields: 'customer_id' },
    })
    const change = (numbered: boolean, columns: Record<string, number>, table: 'customers' | 'reviews') => {
      const own = {
        table,
        mode: 'update' as const,
        columns,
        ...(numbered ? { numbered: true as const } : {}),
      }
      return checkImport(test.owner, { uploadId, mapping: { tables: [own], formats: {} } })
    }
    const invalid = expect.objectContaining({ code: 'mappingInvalid' })
    await expect(change(true, { text: 1 }, 'reviews')).rejects.toEqual(invalid)
    await expect(change(true, { customer_id: 1 }, 'customers')).rejects.toEqual(invalid)
    await change(true, {}, 'customers')
    await test.runJob()
    const next = await test.upload(text, 'two.csv')
    const recalled = await test.inspect(next.uploadId)
    expect(recalled.guess.tables[0]).toMatchObject({ table: 'customers', numbered: true })
  })
})
