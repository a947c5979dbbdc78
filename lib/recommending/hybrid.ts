import type { Scorer } from './scorer'

/** Weights of n parts in steps of 1/steps that sum to 1: every way to share `steps` among them. */
export function listBlends(parts: number, steps: number): number[][] {
  if (parts === 1) return [[1]]
  const blends: number[][] = []
  const place = (blend: number[], left: number) => {
    if (blend.length === parts - 1) {
      blends.push([...blend, left].map((share) => share / steps))
      return
    }
    for (let share = left; share >= 0; share--) place([...blend, share], left - share)
  }
  place([], steps)
  return blends
}

/**
 * A blend: each part's scores divided by its highest for the user, so that no part outweighs another by its scale, times its
 * weight. An item's reasons are those of the part that gave most.
 */
export function createBlendScorer(
  items: number,
  parts: readonly { scorer: Scorer; weight: number }[],
): Scorer & { strongestPart: (user: number, item: number) => number } {
  const active = parts.map((part, index) => ({ ...part, index })).filter(({ weight }) => weight > 0)
  const buffers = active.map(() => new Float64Array(items))
  const fill = (user: number) =>
    active.map(({ scorer, weight }, i) => {
      const buffer = buffers[i]!
      buffer.fill(0)
      scorer.score(user, buffer)
      let highest = 0
      for (let item = 0; item < items; item++) if (buffer[item]! > highest) highest = buffer[item]!
      return highest > 0 ? weight / highest : 0
    })
  const strongest = (user: number, item: number) => {
    const scales = fill(user)
    let best = 0
    for (let i = 1; i < active.length; i++) {
      if (buffers[i]![item]! * scales[i]! > buffers[best]![item]! * scales[best]!) best = i
    }
    return best
  }
  return {
    score(user, into) {
      const scales = fill(user)
      for (let i = 0; i < active.length; i++) {
        const buffer = buffers[i]!
        const scale = scales[i]!
        if (scale === 0) continue
        for (let item = 0; item < items; item++) into[item]! += scale * buffer[item]!
      }
    },
    reasons: (user, item, most) => active[strongest(user, item)]?.scorer.reasons?.(user, item, most) ?? [],
    strongestPart: (user, item) => active[strongest(user, item)]?.index ?? -1,
  }
}
