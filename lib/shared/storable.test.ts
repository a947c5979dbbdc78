import { describe, expect, it } from 'vitest'
import { cutText, isStorable } from './storable'

describe('isStorable', () => {
  it.each(['', 'é客😀', '\u202e\u200b\u0001\u007f', 7, null, undefined, true, { a: [{ b: 'ok' }] }])(
    'takes %j',
    (input) => expect(isStorable(input)).toBe(true),
  )
  it.each(['a\0', '\ud83d', '\ude00x', ['a', 'b\0'], { a: { b: ['\0'] } }, { 'a\0': 1 }])(
    'refuses %j',
    (input) => expect(isStorable(input)).toBe(false),
  )
})

describe('cutText', () => {
  it.each([
    ['abc', 2, 'ab'],
    ['abc', 3, 'abc'],
    ['a😀b', 2, 'a'],
    ['a😀b', 3, 'a😀'],
    ['a😀', 3, 'a😀'],
  ])('cuts %s after %i', (text, most, cut) => expect(cutText(text, most)).toBe(cut))
})
