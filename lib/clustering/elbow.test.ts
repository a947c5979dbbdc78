import { expect, it } from 'vitest'
import { findElbow } from './elbow'

it.each([
  ['a sharp bend', [100, 20, 15, 10, 5], 1],
  ['a bend later on', [100, 80, 60, 10, 8, 6], 3],
  ['a soft bend', [1, 1 / 2, 1 / 3, 1 / 4, 1 / 5], 1],
])('finds %s', (_, values, elbow) => expect(findElbow(values)).toBe(elbow))

it.each([
  ['a straight line', [5, 4, 3, 2, 1]],
  ['a curve that hangs the other way', [10, 9.9, 9, 5, 0]],
  ['two points', [2, 1]],
  ['nothing that falls', [1, 1, 1]],
  ['no point', []],
])('finds none in %s', (_, values) => expect(findElbow(values)).toBeNull())
