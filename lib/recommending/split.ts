export interface SplitOptions {
  /** shares of the observations, by time, at the end; default 0.1 each */
  validation?: number
  test?: number
}

export interface Split {
  /** the first times that are no longer train, and no longer validation: train < validationFrom ≤ validation < testFrom ≤ test */
  validationFrom: number
  testFrom: number
}

/**
 * One temporal split: what happened before validationFrom trains, up to testFrom chooses, the rest judges. Observations of
 * one time stay together. Times in any unit, in any order. Throws RangeError without any, or for shares that leave nothing.
 */
export function splitByTime(times: Float64Array, { validation = 0.1, test = 0.1 }: SplitOptions = {}): Split {
  if (!(validation >= 0 && test > 0 && validation + test < 1)) {
    throw new RangeError(`validation ${validation} and test ${test} must leave something to train on`)
  }
  if (times.length === 0) throw new RangeError('there is nothing to split')
  const sorted = Float64Array.from(times).sort()
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!
  return { validationFrom: at(1 - validation - test), testFrom: at(1 - test) }
}
