/** What is kept of one group's values of one figure: count, mean and the sum of squared deviations from the mean. */
export type GroupMoments = { count: number; mean: number; squares: number }

/** Sample variance (divides by n − 1); NaN below two values. */
export const sampleVariance = ({ count, squares }: GroupMoments) =>
  count < 2 ? Number.NaN : squares / (count - 1)

/** The moments of several groups together. Source: Chan, Golub & LeVeque 1979; nothing is lost to cancellation. */
export function mergeMoments(groups: readonly GroupMoments[]): GroupMoments {
  return groups.reduce(
    (all, group) => {
      const count = all.count + group.count
      if (group.count === 0) return all
      const delta = group.mean - all.mean
      return {
        count,
        mean: all.mean + (delta * group.count) / count,
        squares: all.squares + group.squares + (delta * delta * all.count * group.count) / count,
      }
    },
    { count: 0, mean: 0, squares: 0 },
  )
}
