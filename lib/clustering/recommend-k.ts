export interface KEvidence {
  k: number
  silhouette: number
  calinskiHarabasz: number
  daviesBouldin: number
  inertia: number
  /** share of the rows in the smallest cluster */
  smallestShare: number
  /** mean over the clusters of their bootstrap stability; null where it was not measured */
  stability: number | null
  /** true for the k at the elbow of the inertia */
  elbow: boolean
}

/**
 * Why a k was recommended: it has the best silhouette; or it is as good within a small tolerance and the
 * other two indices favour it; or two segments were best but three or more cost next to nothing.
 */
export type KReason = 'bestSilhouette' | 'otherIndices' | 'moreThanTwo'

/**
 * What can be told about a recommendation, with its figures:
 * * bestSilhouette, otherIndices, moreThanTwo: the rule that decided; `k` and `silhouette`, and the best other k of the
 *   comparison as `otherK` and `otherSilhouette` where there is one;
 * * passedOverSmall (`otherK`, `share`), passedOverUnstable (`otherK`, `stability`): a k with a better silhouette, and why not;
 * * stable, wobbly, unstable: `stability`, at least 0.75, between, and below 0.6;
 * * elbow: the inertia bends here too; elbowElsewhere: it bends at `otherK`.
 */
export interface KReasonDetail {
  code:
    | KReason
    | 'passedOverSmall'
    | 'passedOverUnstable'
    | 'stable'
    | 'wobbly'
    | 'unstable'
    | 'elbow'
    | 'elbowElsewhere'
  figures: Record<string, number>
}

/** What a mean silhouette says about the groups (Kaufman & Rousseeuw 1990): > 0.7, > 0.5, > 0.25, else none. */
export type Structure = 'strong' | 'reasonable' | 'weak' | 'none'

export interface Recommendation {
  k: number
  reason: KReason
  structure: Structure
  /** the deciding one first */
  reasons: KReasonDetail[]
}

const NEAR_TIE = 0.02
const COST_OF_MORE = 0.03
const LEAST_SHARE = 0.01
/** Hennig 2007: from 0.75 on stable, below 0.6 not to be trusted */
const STABLE = 0.75
const LEAST_STABILITY = 0.6

export function structureOf(silhouette: number): Structure {
  if (silhouette > 0.7) return 'strong'
  if (silhouette > 0.5) return 'reasonable'
  return silhouette > 0.25 ? 'weak' : 'none'
}

function bySilhouette(a: KEvidence, b: KEvidence): number {
  return b.silhouette - a.silhouette || a.k - b.k
}

/** Of some near ties, the one with the lowest sum of its ranks by Caliński–Harabasz and Davies–Bouldin. */
function favourite(near: readonly KEvidence[]): KEvidence {
  const rank = (one: KEvidence) =>
    near.filter((other) => other.calinskiHarabasz > one.calinskiHarabasz).length +
    near.filter((other) => other.daviesBouldin < one.daviesBouldin).length
  return [...near].sort((a, b) => rank(a) - rank(b) || bySilhouette(a, b))[0]!
}

const isUnstable = ({ stability }: KEvidence) => stability !== null && stability < LEAST_STABILITY
const isSmall = ({ smallestShare }: KEvidence) => smallestShare < LEAST_SHARE

/** What holds for some, or all where it holds for none. */
function prefer(evidence: readonly KEvidence[], holds: (one: KEvidence) => boolean): readonly KEvidence[] {
  const chosen = evidence.filter(holds)
  return chosen.length > 0 ? chosen : evidence
}

function tellPassedOver(chosen: KEvidence, evidence: readonly KEvidence[]): KReasonDetail[] {
  const better = evidence.filter(({ silhouette }) => silhouette > chosen.silhouette).sort(bySilhouette)
  return better.flatMap((one): KReasonDetail[] => {
    if (isSmall(one) && !isSmall(chosen))
      return [{ code: 'passedOverSmall', figures: { otherK: one.k, share: one.smallestShare } }]
    if (isUnstable(one) && !isUnstable(chosen))
      return [{ code: 'passedOverUnstable', figures: { otherK: one.k, stability: one.stability ?? 0 } }]
    return []
  })
}

function tellStability({ stability }: KEvidence): KReasonDetail[] {
  if (stability === null) return []
  const code = stability >= STABLE ? 'stable' : stability >= LEAST_STABILITY ? 'wobbly' : 'unstable'
  return [{ code, figures: { stability } }]
}

function tellElbow(chosen: KEvidence, evidence: readonly KEvidence[]): KReasonDetail[] {
  const elbow = evidence.find((one) => one.elbow)
  if (!elbow) return []
  return elbow === chosen
    ? [{ code: 'elbow', figures: { k: chosen.k } }]
    : [{ code: 'elbowElsewhere', figures: { otherK: elbow.k } }]
}

/**
 * The rule: (1) a k whose smallest cluster holds under 1% of the rows is passed over, and one whose clusters are not
 * found again in resamples (stability below 0.6), unless all are so; (2) the best silhouette leads; among ks within
 * 0.02 of it the one favoured by Caliński–Harabasz and Davies–Bouldin wins; (3) two segments say little, so when k = 2
 * wins, the best k ≥ 3 within 0.03 of its silhouette is taken instead. Throws RangeError without evidence.
 */
export function recommendK(evidence: readonly KEvidence[]): Recommendation {
  const sizeable = prefer(evidence, (one) => !isSmall(one))
  const candidates = [...prefer(sizeable, (one) => !isUnstable(one))].sort(bySilhouette)
  const best = candidates[0]
  if (!best) throw new RangeError('there is no evidence to choose k by')
  const winner = favourite(candidates.filter(({ silhouette }) => silhouette >= best.silhouette - NEAR_TIE))
  const more = candidates.find(({ k, silhouette }) => k > 2 && silhouette >= winner.silhouette - COST_OF_MORE)
  const chosen = winner.k === 2 && more ? more : winner
  const reason = chosen !== winner ? 'moreThanTwo' : winner === best ? 'bestSilhouette' : 'otherIndices'
  const other = reason === 'moreThanTwo' ? winner : candidates.find((one) => one !== chosen)
  const compared: Record<string, number> = other ? { otherK: other.k, otherSilhouette: other.silhouette } : {}
  return {
    k: chosen.k,
    reason,
    structure: structureOf(chosen.silhouette),
    reasons: [
      { code: reason, figures: { k: chosen.k, silhouette: chosen.silhouette, ...compared } },
      ...tellPassedOver(chosen, evidence),
      ...tellStability(chosen),
      ...tellElbow(chosen, evidence),
    ],
  }
}
