import { expect, it } from 'vitest'
import { moversPath } from './compare-path'
import { readMoversQuery } from './read-movers-query'

const read = (path: string) => readMoversQuery(Object.fromEntries(new URL(path, 'http://x').searchParams))

it('reads back every address that is written', () => {
  for (const flow of [
    { from: 0, to: 1 },
    { from: null, to: 3 },
    { from: 12, to: null },
  ]) {
    expect(read(moversPath('a&b', 'ü', flow))).toEqual({ a: 'a&b', b: 'ü', flow, page: 1 })
  }
})

it('reads a page, the first where it is none', () => {
  expect(read('/?a=1&b=2&from=0&to=0&page=7')?.page).toBe(7)
  for (const page of ['0', '-1', 'x', '1.5', '99999999']) {
    expect(read(`/?a=1&b=2&from=0&to=0&page=${page}`)?.page).toBe(1)
  }
})

it('refuses what names no flow', () => {
  for (const path of [
    '/',
    '/?a=1',
    '/?a=1&b=2',
    '/?a=1&b=2&from=x',
    '/?a=1&b=2&from=-1&to=0',
    '/?b=2&from=0&to=0',
  ]) {
    expect(read(path)).toBeNull()
  }
  expect(readMoversQuery({ a: ['1', '9'], b: '2', from: ['0', '5'], to: undefined })).toEqual({
    a: '1',
    b: '2',
    flow: { from: 0, to: null },
    page: 1,
  })
})
