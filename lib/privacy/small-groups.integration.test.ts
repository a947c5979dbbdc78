import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishThreeKinds } from '@/lib/segments/kinds.fixture'
import type { SegmentationView } from '@/lib/segments/schema'
import { openTestBrand, type TestBrand } from '@/lib/segments/segments.fixture'
import { findMemberships, getDistribution, getInsights, getSegmentation } from '@/lib/segments/service'
import { testProviders } from '@/lib/tooling/test-databases'
import { changeSmallGroup, getSmallGroup } from './small-groups-service'

/** The segments of the fixture hold 150, 100 and 50 people: the last is small. */
const threshold = 60

describe.each(testProviders)('segments of few people on %s', (provider) => {
  let test: TestBrand
  let whole: SegmentationView
  beforeAll(async () => {
    test = await openTestBrand(provider)
    await publishThreeKinds(test)
    whole = await test.segment()
  })
  afterAll(() => test.close())

  const owner = () => ({ ...test.analyst, role: 'owner' as const })
  async function view() {
    const found = await getSegmentation(test.analyst, whole.id)
    if (found.state !== 'completed' || found.kind !== 'kmeans') throw new Error(found.state)
    return found
  }

  it('are described as long as the threshold is lower', async () => {
    expect(await getSmallGroup(test.viewer)).toBe(10)
    const { segments, result } = await view()
    expect(segments.map(({ hiddenUnder }) => hiddenUnder)).toEqual([null, null, null])
    expect(segments[2]!.profile.features).not.toEqual([])
    expect(result.model?.centroids).toHaveLength(9)
    const insights = await getInsights(test.analyst, whole.id)
    expect(insights?.segments[2]?.persona).not.toBeNull()
    expect(insights?.fairness[0]?.groups[0]?.segments).not.toContain(null)
  })

  it('have a threshold that owners alone change, which is noted', async () => {
    await expect(changeSmallGroup(test.analyst, threshold)).rejects.toMatchObject({ code: 'forbidden' })
    await changeSmallGroup(owner(), threshold)
    expect(await getSmallGroup(test.viewer)).toBe(threshold)
    expect(await getSmallGroup(test.stranger)).toBe(10)
    expect(
      await test.database.auditEvent.findMany({ where: { action: 'small-group.change' } }),
    ).toMatchObject([{ actorId: test.analyst.userId, details: { from: 10, to: threshold } }])
  })

  it('keep name, size and revenue, and nothing that describes them', async () => {
    const { segments, result } = await view()
    expect(segments.map(({ hiddenUnder }) => hiddenUnder)).toEqual([null, null, threshold])
    expect(segments[2]).toMatchObject({
      ...{ size: 50, suggestion: { name: whole.segments[2]!.suggestion.name, traits: [] } },
      profile: { features: [], silhouette: null, centre: null },
    })
    expect(segments[1]!.profile).toEqual(whole.segments[1]!.profile)
    expect(result.model?.centroids).toEqual([])
    const spread = await getDistribution(test.analyst, whole.id, 'monetary')
    expect(spread.segments.map(({ position }) => position)).toEqual([0, 1])
    const [membership] = await findMemberships(test.analyst, 'K299')
    expect(membership?.segment.profile.features).toEqual([])
  })

  it('are in no persona, difference, month, rule or comparison of groups', async () => {
    const insights = (await getInsights(test.analyst, whole.id))!
    expect(insights.segments[2]).toMatchObject({ persona: null, contrasts: [], summary: [], quality: null })
    expect(insights.segments[0]!.persona).not.toBeNull()
    expect(insights.timeline.revenue.map((row) => row.length > 0)).toEqual([true, true, false])
    expect(insights.tree?.rules.map(({ position }) => position)).not.toContain(2)
    // The share of the one that is small would be the rest of the others': the next smallest goes with it.
    for (const { groups } of insights.fairness) {
      for (const { segments } of groups)
        expect(segments.map((one) => one !== null)).toEqual([true, false, false])
    }
    expect(insights.fairness.length).toBeGreaterThan(0)
  })

  it('take groups of people with them that are too few', async () => {
    await changeSmallGroup(owner(), 151)
    // Cologne and Lyon have 150 people each.
    expect((await getInsights(test.analyst, whole.id))!.fairness).toEqual([])
  })
})
