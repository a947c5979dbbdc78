import { expect, it } from 'vitest'
import { contrastSegments } from './contrast'

const moments = (values: number[]) => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return { count: values.length, mean, squares: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) }
}
const none = { count: 0, mean: 0, squares: 0 }

it('sets each segment against all others, strongest difference first', () => {
  const groups = [
    [moments([1, 2, 3, 4]), moments([10, 11, 12, 13])],
    [moments([2, 3, 4, 5]), moments([1, 2, 3, 4])],
    [none, none],
  ]
  const [first, second] = contrastSegments(groups, 2)
  expect(first!.map(({ feature }) => feature)).toEqual([1, 0])
  expect(first![0]).toMatchObject({ inside: 11.5, outside: 2.5 })
  expect(first![0]!.effect).toBeCloseTo((9 / Math.sqrt(5 / 3)) * (1 - 3 / 23), 12)
  expect(second![0]!.effect).toBeCloseTo(-first![0]!.effect, 12)
  // four tests: the two equal small p values are doubled, the two others stay
  expect(first![0]!.adjusted).toBeCloseTo(2 * first![0]!.p, 12)
  expect(first![1]!.adjusted).toBeCloseTo(first![1]!.p, 12)
})

it('counts those in no segment among the others', () => {
  const [only] = contrastSegments([[moments([1, 2])], [moments([5, 6])]], 1)
  expect(only).toMatchObject([{ inside: 1.5, outside: 5.5 }])
})

it('says nothing of an empty or single-customer segment', () => {
  expect(contrastSegments([[none], [moments([5, 6])]], 1)).toEqual([[]])
  expect(contrastSegments([[moments([1])], [moments([5, 6])]], 1)).toEqual([[]])
  expect(contrastSegments([[moments([4, 4])], [moments([4, 4])]], 1)).toEqual([[]])
})
