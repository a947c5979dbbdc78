import { createReadStream, existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestWorkspace, type TestWorkspace } from './data.fixture'
import { basketsFile, importableFiles, realFiles } from './real-files.fixture'
import { checkImport, confirmImport, getImport } from './service'
import { storeUpload } from './upload-service'

describe.skipIf(!existsSync(realFiles))('every real file (needs ../shared/data)', () => {
  let test: TestWorkspace
  beforeAll(async () => {
    test = await openTestWorkspace('sqlite')
  })
  beforeEach(() => test.clear())
  afterAll(() => test.close())

  async function look(file: string) {
    const { uploadId } = await storeUpload(
      test.owner,
      basename(file),
      createReadStream(join(realFiles, file)),
      null,
    )
    return { uploadId, ...(await test.inspect(uploadId)) }
  }

  it.each(importableFiles)('imports $file to the row', async ({ file, rows, made, correction }) => {
    const { uploadId, guess } = await look(file)
    const mapping = correction?.change(guess) ?? guess
    const { importId } = await checkImport(test.owner, { uploadId, mapping })
    await test.runJob()
    const { table, ...detail } = await getImport(test.owner, importId)
    expect(detail).toMatchObject({ rowsRead: rows, rowsCreated: made, rowsRejected: 0 })
    expect((detail.rowsCreated ?? 0) + (detail.rowsUpdated ?? 0) + (detail.rowsUnchanged ?? 0)).toBe(rows)
    await confirmImport(test.owner, importId)
    expect(await test.select(`SELECT count(*) AS n FROM ${table}`)).toEqual([{ n: made }])
  })

  it('refuses baskets, and says what is missing and why', async () => {
    const { uploadId, guess, evidence, records } = await look(basketsFile)
    // The first of 9,835 rows is taken for a header.
    expect(records).toBe(9834)
    expect(evidence.lack).toEqual({ kind: 'baskets', items: ['whole milk', 'soda', 'rolls/buns'] })
    await expect(checkImport(test.owner, { uploadId, mapping: guess })).rejects.toMatchObject({
      code: 'fieldsMissing',
    })
  })
})
