import { describe, expect, it } from 'vitest'
import { type KEvidence, recommendK, structureOf } from './recommend-k'

function evidenceOf(k: number, silhouette: number, others: Partial<KEvidence> = {}): KEvidence {
  return {
    k,
    silhouette,
    calinskiHarabasz: 100,
    daviesBouldin: 1,
    inertia: 1,
    smallestShare: 0.2,
    stability: null,
    elbow: false,
    ...others,
  }
}

describe('recommendK', () => {
  it('takes the best silhouette when it is clearly ahead', () => {
    expect(recommendK([evidenceOf(2, 0.4), evidenceOf(3, 0.52), evidenceOf(4, 0.45)])).toMatchObject({
      k: 3,
      reason: 'bestSilhouette',
      structure: 'reasonable',
    })
  })

  it('lets the other indices decide between near ties', () => {
    const better = { calinskiHarabasz: 200, daviesBouldin: 0.5 }
    expect(
      recommendK([evidenceOf(3, 0.41), evidenceOf(5, 0.4, better), evidenceOf(6, 0.38, better)]),
    ).toMatchObject({
      k: 5,
      reason: 'otherIndices',
      structure: 'weak',
    })
  })

  it('stays with the silhouette when the other indices disagree', () => {
    const [dense, apart] = [{ calinskiHarabasz: 200 }, { daviesBouldin: 0.5 }]
    expect(recommendK([evidenceOf(3, 0.41, dense), evidenceOf(5, 0.4, apart)]).k).toBe(3)
  })

  it('prefers more than two segments when they cost next to nothing', () => {
    const better = { calinskiHarabasz: 200, daviesBouldin: 0.5 }
    const close = [evidenceOf(2, 0.4, better), evidenceOf(3, 0.36), evidenceOf(4, 0.375)]
    expect(recommendK(close)).toMatchObject({ k: 4, reason: 'moreThanTwo' })
  })

  it('keeps two when more would cost too much', () => {
    const far = [evidenceOf(2, 0.68), evidenceOf(3, 0.55)]
    expect(recommendK(far)).toMatchObject({ k: 2, reason: 'bestSilhouette', structure: 'reasonable' })
  })

  it('passes over a k with a cluster of next to nobody, unless all are so', () => {
    const tiny = { smallestShare: 0.002 }
    expect(recommendK([evidenceOf(2, 0.9, tiny), evidenceOf(3, 0.3)]).k).toBe(3)
    expect(recommendK([evidenceOf(2, 0.3, tiny), evidenceOf(3, 0.9, tiny)]).k).toBe(3)
  })

  it('says so when there is no structure', () => {
    expect(recommendK([evidenceOf(3, 0.12)]).structure).toBe('none')
    expect([0.71, 0.51, 0.26, 0.25].map(structureOf)).toEqual(['strong', 'reasonable', 'weak', 'none'])
  })

  it('passes over a k whose clusters are not found again, unless all are so', () => {
    const shaky = { stability: 0.5 }
    expect(recommendK([evidenceOf(2, 0.5, { stability: 0.9 }), evidenceOf(4, 0.6, shaky)]).k).toBe(2)
    expect(recommendK([evidenceOf(3, 0.5, shaky), evidenceOf(4, 0.6, shaky)]).k).toBe(4)
  })

  it('gives its reasons with their figures', () => {
    const evidence = [
      evidenceOf(2, 0.7, { smallestShare: 0.004 }),
      evidenceOf(3, 0.65, { stability: 0.4 }),
      evidenceOf(4, 0.55, { stability: 0.8, elbow: true }),
      evidenceOf(5, 0.5, { stability: 0.9 }),
    ]
    expect(recommendK(evidence).reasons).toEqual([
      { code: 'bestSilhouette', figures: { k: 4, silhouette: 0.55, otherK: 5, otherSilhouette: 0.5 } },
      { code: 'passedOverSmall', figures: { otherK: 2, share: 0.004 } },
      { code: 'passedOverUnstable', figures: { otherK: 3, stability: 0.4 } },
      { code: 'stable', figures: { stability: 0.8 } },
      { code: 'elbow', figures: { k: 4 } },
    ])
    const alone = [evidenceOf(3, 0.3, { stability: 0.7 })]
    expect(recommendK(alone).reasons).toEqual([
      { code: 'bestSilhouette', figures: { k: 3, silhouette: 0.3 } },
      { code: 'wobbly', figures: { stability: 0.7 } },
    ])
    const bent = [evidenceOf(3, 0.3, { elbow: true }), evidenceOf(4, 0.4, { stability: 0.3 })]
    expect(recommendK([bent[1]!, { ...bent[0]!, stability: 0.2 }]).reasons).toEqual([
      { code: 'bestSilhouette', figures: { k: 4, silhouette: 0.4, otherK: 3, otherSilhouette: 0.3 } },
      { code: 'unstable', figures: { stability: 0.3 } },
      { code: 'elbowElsewhere', figures: { otherK: 3 } },
    ])
  })

  it('needs evidence', () => expect(() => recommendK([])).toThrow(RangeError))
})
