import { describe, expect, it } from 'vitest'
import { judgeSegment } from './verdict'

describe('judgeSegment', () => {
  it('calls a segment clear only when all that is known is good', () => {
    expect(judgeSegment(0.6, 0.9)).toBe('clear')
    expect(judgeSegment(0.5, null)).toBe('clear')
    expect(judgeSegment(0.6, 0.7)).toBe('fair')
  })

  it('calls it blurred when anything is bad', () => {
    expect(judgeSegment(0.2, 0.9)).toBe('blurred')
    expect(judgeSegment(0.6, 0.5)).toBe('blurred')
  })

  it('says nothing when nothing is known', () => {
    expect(judgeSegment(null, null)).toBeNull()
  })
})
