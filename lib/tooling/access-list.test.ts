import { describe, expect, it } from 'vitest'
import { fillIn, idNames, namesIds } from './access-list'
import { actions } from './access-list-actions'
import { pages } from './access-list-pages'
import { routes } from './access-list-routes'
import { listActions, listPages, listRoutes } from './access-list-sources'

const lists = [
  {
    ...{
      what: 'page',
      file: 'access-list-pages.ts',
      found: listPages(),
      listed: Object.keys(pages),
      least: 25,
    },
    line: (key: string) => `'${key}': { who: 'viewer', open: ['${key}'] },`,
  },
  {
    ...{
      what: 'route',
      file: 'access-list-routes.ts',
      found: listRoutes(),
      listed: Object.keys(routes),
      least: 20,
    },
    line: (key: string) => `'${key}': { who: 'viewer', send: '${key.split(' ')[1]}' },`,
  },
  {
    ...{
      what: 'action',
      file: 'access-list-actions.ts',
      found: listActions(),
      listed: Object.keys(actions),
      least: 20,
    },
    line: (key: string) => `'${key}': { who: 'analyst', inputs: [{ id: '{segmentation}' }] },`,
  },
]

describe.each(lists)('the access list', ({ what, file, found, listed, least, line }) => {
  it(`has every ${what}`, () => {
    expect(found.length).toBeGreaterThan(least)
    const missing = found.filter((key) => !listed.includes(key)).map(line)
    expect(
      missing,
      `A ${what} is new. Say in lib/tooling/${file} who may reach it, with what to send, {segment} and the like in place of ids; for example\n${missing.join('\n')}\n`,
    ).toEqual([])
  })

  it(`has no ${what} that is gone`, () => {
    expect(listed.filter((key) => !found.includes(key))).toEqual([])
  })
})

it('names only ids that the walk has', () => {
  const ids = Object.fromEntries(idNames.map((name) => [name, 'x']))
  for (const entry of [pages, routes, actions].flatMap(Object.values))
    expect(() => fillIn(entry, ids)).not.toThrow()
})

it('has an id to send wherever an address has one', () => {
  const bare = [
    ...Object.entries(pages).flatMap(([key, { who, open }]) =>
      who === 'public' ? [] : [[key, open] as const],
    ),
    ...Object.entries(routes).flatMap(([key, { who, send }]) =>
      who === 'public' ? [] : [[key, send] as const],
    ),
  ].filter(([key, sent]) => /\[(?!table|column)/.test(key) && !namesIds(sent))
  expect(bare.map(([key]) => key)).toEqual([])
})
