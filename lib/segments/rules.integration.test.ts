import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseRule } from '@/lib/rules/parse-rule'
import { testProviders } from '@/lib/tooling/test-databases'
import { queryRows } from '@/lib/warehouse/duckdb'
import { warehousePath } from '@/lib/warehouse/paths'
import { quoteText } from '@/lib/warehouse/sql'
import { publishThreeKinds } from './kinds.fixture'
import { countRule, getOverlap, listRuleSegments } from './rule-service'
import { openTestBrand, type TestBrand } from './segments.fixture'
import { createSegmentation, deleteSegmentation, getSegmentation } from './service'
import { ensureSnapshot } from './snapshot-service'

const asOf = '2024-12-31'

describe.each(testProviders)('rules on %s', (provider) => {
  let test: TestBrand
  beforeEach(async () => {
    test ??= await openTestBrand(provider)
    await publishThreeKinds(test)
  })
  afterEach(async () => {
    await test.database.featureSnapshot.deleteMany()
    await test.clear()
  })
  afterAll(() => test.close())

  async function snapshot(): Promise<string> {
    const { id } = await ensureSnapshot(test.analyst, asOf)
    expect((await test.runJob()).error).toBeNull()
    return id
  }
  /** Saves a rule and runs its job. */
  async function save(text: string, name = 'By rule') {
    const settings = { kind: 'rule' as const, name, asOf, rule: parseRule(text) }
    const { segmentationId } = await createSegmentation(test.analyst, settings)
    const { error } = await test.runJob()
    return { id: segmentationId, error, view: await getSegmentation(test.analyst, segmentationId) }
  }
  async function saved(text: string, name?: string) {
    const { view } = await save(text, name)
    if (view.state !== 'completed' || view.kind !== 'rule') throw new Error(`It is ${view.state}`)
    return view
  }
  const count = (snapshotId: string, text: string, member = test.analyst) =>
    countRule(member, { snapshotId, rule: parseRule(text) })

  it('counts while it is edited', async () => {
    const id = await snapshot()
    const all = await count(id, 'everybody')
    expect(all).toMatchObject({ customers: 300, all: { customers: 300 } })
    expect(all.revenue).toBeCloseTo(all.all.revenue, 6)
    expect(await count(id, 'frequency >= 6')).toMatchObject({ customers: 150, all: { customers: 300 } })
    expect(await count(id, 'city is "Köln" and frequency = 20')).toMatchObject({ customers: 25 })
    const { segments } = await test.segment()
    expect(await count(id, `in segment "${segments[0]!.id}"`)).toMatchObject({ customers: segments[0]!.size })
    expect((await count(id, `not in segment "${segments[0]!.id}"`)).customers).toBe(300 - segments[0]!.size)
  })

  it('keeps to the workspace and to what is there', async () => {
    const id = await snapshot()
    const { segments } = await test.segment()
    await expect(count(id, 'everybody', test.stranger)).rejects.toMatchObject({ code: 'notFound' })
    await expect(count(id, 'everybody', test.viewer)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(count(id, 'frequency_ >= 1')).rejects.toMatchObject({ code: 'ruleFeatureGone' })
    await expect(count(id, 'attribute "Tier" is "x"')).rejects.toMatchObject({ code: 'ruleFieldGone' })
    await expect(count(id, 'in segment "other"')).rejects.toMatchObject({ code: 'ruleSegmentGone' })
    const [a, b] = [segments[0]!.id, segments[1]!.id]
    await expect(getOverlap(test.stranger, a, b)).rejects.toMatchObject({ code: 'ruleSegmentGone' })
    expect(await listRuleSegments(test.stranger)).toEqual([])
    expect((await listRuleSegments(test.viewer)).map((segment) => segment.id)).toEqual(
      segments.map(({ id }) => id),
    )
  })

  it('saves those who meet it as a segment, the same every time', async () => {
    const text = 'frequency >= 6 and not city is "Lyon"'
    const view = await saved(text, 'Often in Köln')
    const [segment] = view.segments
    expect(view.segments).toHaveLength(1)
    expect(view).toMatchObject({
      kind: 'rule',
      customers: 75,
      result: { population: 300, withoutPurchase: 2 },
    })
    expect(segment).toMatchObject({ name: 'Often in Köln', position: 0, size: 75 })
    expect(segment!.revenue).toBeCloseTo(view.revenue, 6)
    expect(view.settings.rule).toEqual(parseRule(text))
    expect(view.result.features.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['recency', 'frequency', 'monetary']),
    )
    const frequency = segment!.profile.features.find(({ id }) => id === 'frequency')
    expect(frequency?.mean).toBeCloseTo((50 * 6 + 25 * 20) / 75, 9)
    expect(frequency?.z).toBeGreaterThan(0.3)
    const rows = async (id: string) => {
      const { file } = await test.database.segmentation.findUniqueOrThrow({ where: { id } })
      const path = quoteText(warehousePath(test.dataDir, file ?? ''))
      return queryRows(test.warehouse, `SELECT * FROM read_parquet(${path})`)
    }
    const first = await rows(view.id)
    expect(first).toHaveLength(75)
    expect(first.every((row) => Number(row.f_frequency) >= 6 && row.segment === 0 && row.x === null)).toBe(
      true,
    )
    expect(Object.keys(first[0]!).some((column) => column.startsWith('t_'))).toBe(false)
    const again = await saved(text, 'Often in Köln')
    expect(await rows(again.id)).toEqual(first)
    expect(again.segments[0]!.profile).toEqual(segment!.profile)
  })

  it('combines with segments of other runs, and overlaps any two', async () => {
    const run = await test.segment()
    const [largest, second] = run.segments
    const view = await saved(`in segment "${largest!.id}" or (in segment "${second!.id}" and city is "Köln")`)
    const koeln = Math.round(second!.size / 2)
    expect(view.customers).toBe(largest!.size + koeln)
    const own = view.segments[0]!
    const overlap = await getOverlap(test.viewer, own.id, second!.id)
    expect(overlap.both.customers).toBe(koeln)
    expect(overlap.onlyA.customers).toBe(largest!.size)
    expect(overlap.onlyB.customers).toBe(second!.size - koeln)
    expect(overlap.onlyA.revenue + overlap.both.revenue).toBeCloseTo(view.revenue, 6)
    await deleteSegmentation(test.analyst, run.id)
    expect((await save(`in segment "${largest!.id}"`)).error?.code).toBe('ruleSegmentGone')
    expect((await saved(`in segment "${own.id}"`)).customers).toBe(view.customers)
  })

  it('says why it makes no segment', async () => {
    const of = async (text: string) => (await save(text)).error
    expect(await of('frequency > 1000')).toMatchObject({ code: 'ruleEmpty', params: { date: asOf } })
    expect(await of('average_rating >= 4')).toMatchObject({ code: 'ruleFeatureGone' })
    expect(await of('number "Points" >= 4')).toMatchObject({
      code: 'ruleFeatureGone',
      params: { feature: 'number "Points"' },
    })
    expect(await of('share of category "Shoes" >= 4 %')).toMatchObject({ code: 'ruleFeatureGone' })
    expect(await of('attribute "Tier" is "Gold"')).toMatchObject({
      code: 'ruleFieldGone',
      params: { field: 'Tier' },
    })
  })
})
