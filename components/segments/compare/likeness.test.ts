import { expect, it } from 'vitest'
import { nameLikeness } from './likeness'

it('grades the index as Steinley does', () => {
  expect([1, 0.9, 0.82, 0.7, 0.4, 0.19, 0, -0.2].map(nameLikeness)).toEqual([
    'same',
    'same',
    'almost',
    'mostly',
    'partly',
    'hardly',
    'hardly',
    'hardly',
  ])
})
