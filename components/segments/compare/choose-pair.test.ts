import { expect, it } from 'vitest'
import { choosePair } from './choose-pair'

const runs = ['new', 'middle', 'old'].map((id, age) => ({ id, asOf: `2026-0${9 - age}-01` }))
const ids = (asked: Parameters<typeof choosePair>[1], of = runs) =>
  choosePair(of, asked)?.map(({ id }) => id) ?? null

it('takes what was asked for', () => {
  expect(ids({ a: 'old', b: 'middle' })).toEqual(['old', 'middle'])
  expect(ids({ a: 'new', b: 'new' })).toEqual(['new', 'new'])
})

it('else compares the newest with the one before it', () => {
  expect(ids({})).toEqual(['middle', 'new'])
  expect(ids({ a: 'gone', b: 'gone' })).toEqual(['middle', 'new'])
  expect(ids({ b: 'middle' })).toEqual(['old', 'middle'])
  expect(ids({ b: 'old' })).toEqual(['new', 'old'])
  expect(ids({ a: 'new' })).toEqual(['new', 'middle'])
  expect(ids({ a: 'old' })).toEqual(['old', 'new'])
})

it('puts the earlier day first when told to', () => {
  expect(ids({ a: 'new', b: 'old', order: 'days' })).toEqual(['old', 'new'])
  expect(ids({ a: 'middle', b: 'new', order: 'days' })).toEqual(['middle', 'new'])
})

it('has nothing to compare with fewer than two', () => {
  expect(ids({}, [])).toBeNull()
  expect(ids({}, runs.slice(0, 1))).toBeNull()
  expect(ids({ a: 'new', b: 'new' }, runs.slice(0, 1))).toBeNull()
})
