import { expect, it } from 'vitest'
import { labelPaths } from './label-paths'

const labels = (...paths: string[]) => [...labelPaths(paths).values()]

it('calls a path by its last part, or by more where two end alike', () => {
  expect(labels('Home > Lamps', 'Garden > Pots')).toEqual(['Lamps', 'Pots'])
  expect(labels('Women > Shoes', 'Men > Shoes', 'Bags')).toEqual(['Women > Shoes', 'Men > Shoes', 'Bags'])
  expect(labels('Shoes', 'Men > Shoes')).toEqual(['Shoes', 'Men > Shoes'])
  expect(labels('A>B>C', 'X > C', 'X > C')).toEqual(['B > C', 'X > C'])
})

it('keeps what it cannot read', () => {
  expect(labels('>', '', 'Tea')).toEqual(['>', '', 'Tea'])
})
