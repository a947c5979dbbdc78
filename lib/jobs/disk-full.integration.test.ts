import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { saveWorkspace } from '@/lib/accounts/service'
import { openTestWorkspace, type TestWorkspace } from '@/lib/data/data.fixture'
import { checkImport, getImport } from '@/lib/data/service'
import { getInspection } from '@/lib/data/upload-service'
import { createRecommender } from '@/lib/recommendations/service'
import { createRecommenderSchema } from '@/lib/recommendations/settings-schema'
import { interactionKinds } from '@/lib/recommending/weights'
import { createSegmentation } from '@/lib/segments/service'
import { createSegmentationSchema } from '@/lib/segments/settings-schema'
import { describeFailure } from '@/lib/server/failure'
import { createRandom } from '@/lib/statistics/random'
import { mountSmallDisk } from '@/lib/tooling/small-disk.fixture'
import { testProviders } from '@/lib/tooling/test-databases'
import { dataFolders, listNamedFiles } from './named-files'

const disk = mountSmallDisk()
if (!disk) console.log('Skipped: a full disk can be tried where this user may mount a tmpfs (Linux, root).')
const megabyte = 1_000_000
const random = createRandom(7)
const word = () => random().toString(36).slice(2, 12)

/** More than is written while it is still checked (see write-ahead.ts), and little of it alike. */
const manyLines = 170_000
const orderLines = (count: number, oddAmount?: string) =>
  [
    'order_id,order_date,customer_id,product_id,amount',
    ...Array.from(
      { length: count },
      (_, i) =>
        `${count === manyLines ? word() + word() : `O${i >> 1}`},2025-${String(1 + (i % 12)).padStart(2, '0')}-15,C${i % 2000},P${(i * 7) % 60},${i % 4 === 0 && oddAmount ? oddAmount : (i % 90) + 1}`,
    ),
  ].join('\n')
const people = (count: number) =>
  [
    'customer_id,first_name,city',
    ...Array.from({ length: count }, (_, i) => `D${i},${word()},${word()}`),
  ].join('\n')

describe.skipIf(!disk).each(testProviders)('a full disk, on %s', (provider) => {
  let test: TestWorkspace
  beforeAll(async () => {
    vi.stubEnv('TMPDIR', disk?.folder)
    test = await openTestWorkspace(provider)
    await test.importText(orderLines(8000))
  })
  afterEach(() => {
    disk?.free()
    vi.restoreAllMocks()
  })
  afterAll(async () => {
    await test.close()
    if (provider === testProviders.at(-1)) disk?.close()
  })

  /** The error's code when all room but `left` bytes is taken. What was there before stays readable all the while. */
  async function failWith(left: number, attempt: () => Promise<unknown>): Promise<string> {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    await disk?.fill(left)
    const code = await attempt().then(
      (result) => (result as { error?: { code: string } | null })?.error?.code ?? 'none',
      (error: unknown) => describeFailure(error).code,
    )
    expect(await test.select('SELECT count(*) AS n FROM orders')).toEqual([{ n: 8000 }])
    await expectNothingLeft()
    disk?.free()
    return code
  }

  /** Every file there is is one that a row names. */
  async function expectNothingLeft(): Promise<void> {
    const named = await listNamedFiles(test.database)
    const left: string[] = []
    for (const folder of dataFolders) {
      const names = await readdir(join(test.dataDir, folder)).catch(() => [])
      left.push(...names.filter((name) => !named[folder].has(name)).map((name) => `${folder}/${name}`))
    }
    expect(left).toEqual([])
    expect(await readdir(join(test.dataDir, 'tmp'))).toEqual([])
  }

  it('keeps nothing of a file that does not arrive whole, and takes it once there is room', async () => {
    const text = people(30_000)
    expect(await failWith(megabyte / 4, () => test.upload(text))).toBe('diskFull')
    const { uploadId } = await test.upload(text)
    expect(await test.database.upload.count({ where: { id: uploadId } })).toBe(1)
    await test.runJob()
  })

  it.each([
    ['unpacked', gzipSync(people(20_000)), 'people.csv.gz'],
    ['converted', Buffer.from(people(20_000), 'utf16le'), 'people.csv'],
  ])('says so of a file that must be %s', async (_, bytes, name) => {
    const { uploadId } = await test.upload(bytes, name)
    expect(await failWith(megabyte / 8, test.runJob)).toBe('diskFull')
    expect((await getInspection(test.owner, uploadId)).error).toEqual({ code: 'diskFull', params: {} })
    const again = await test.upload(bytes, name)
    expect((await test.inspect(again.uploadId)).headers).toEqual(['customer_id', 'first_name', 'city'])
  })

  async function begin(text: string): Promise<string> {
    const { uploadId } = await test.upload(text)
    const { guess: mapping } = await test.inspect(uploadId)
    return (await checkImport(test.owner, { uploadId, mapping })).importId
  }

  it.each([
    ['records do', megabyte / 2, () => people(40_000)],
    ['Parquet file does', 5.7 * megabyte, () => people(150_000)],
    ['rejected rows do', megabyte, () => orderLines(20_000, 'many')],
    ['early Parquet file does', megabyte, () => orderLines(manyLines)],
  ])('leaves nothing of an import whose %s not fit', async (_, left, makeText) => {
    const text = makeText()
    const importId = await begin(text)
    expect(await failWith(left, test.runJob)).toBe('diskFull')
    const failed = await getImport(test.owner, importId)
    expect(failed).toMatchObject({ stage: 'checked', state: 'failed', error: { code: 'diskFull' } })
    expect(await test.database.batch.count({ where: { importId } })).toBe(0)
    if (text.length > 6 * megabyte) return
    const again = await begin(text)
    expect((await test.runJob()).error).toBeNull()
    expect((await getImport(test.owner, again)).rowsRead).toBe(text.split('\n').length - 1)
  })

  it('leaves nothing of segments and recommendations that do not fit', async () => {
    const segments = createSegmentationSchema.parse({
      ...{ name: 'Two', asOf: '2025-12-31', k: 2, features: ['recency', 'frequency', 'monetary'] },
    })
    await createSegmentation(test.owner, segments)
    expect(await failWith(8192, test.runJob)).toBe('diskFull')
    const kinds = Object.fromEntries(interactionKinds.map((kind) => [kind, 1]))
    const noWeights = { halfLifeDays: null, kinds }
    const recommender = createRecommenderSchema.parse({
      ...{ name: 'Next', asOf: '2025-12-31', strategy: 'popular', weights: noWeights, rules: {} },
    })
    await createRecommender(test.owner, recommender)
    expect(await failWith(64_000, test.runJob)).toBe('diskFull')
    await createSegmentation(test.owner, segments)
    expect((await test.runJob()).error).toBeNull()
    await createRecommender(test.owner, recommender)
    expect((await test.runJob()).error).toBeNull()
  })

  it.runIf(provider === 'sqlite')(
    'says so when the database has no room, and goes on when it has',
    async () => {
      const rename = (name: string) =>
        saveWorkspace(test.owner, { name, currency: 'EUR', timeZone: 'UTC', language: 'en' })
      const renameOften = async () => {
        for (let n = 0; n < 5000; n++) await rename(`Brand ${n}`)
      }
      expect(await failWith(0, renameOften)).toBe('diskFull')
      const { name } = await test.database.workspace.findUniqueOrThrow({
        where: { id: test.owner.workspaceId },
      })
      await rename(`${name} again`)
      const [integrity] = await test.database.$queryRawUnsafe<object[]>('PRAGMA integrity_check')
      expect(integrity).toEqual({ integrity_check: 'ok' })
      expect(existsSync(join(test.dataDir, 'personae.db'))).toBe(true)
    },
  )
})
