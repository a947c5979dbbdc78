import { describe, expect, it } from 'vitest'
import { findAlike } from './alike-pairs'
import { listItems } from './form-item'

const items = listItems(
  ['frequency', 'monetary', 'recency', 'level:plan:Basic', 'level:plan:Pro'].map((id) => ({
    id,
    group: 'value',
    preselected: false,
  })),
)
const all = new Set(items.map(({ key }) => key))
const pairs = (correlations: [string, string, number][], selected: ReadonlySet<string> = all) =>
  findAlike(
    correlations.map(([a, b, r]) => ({ a, b, r })),
    items,
    selected,
  ).map(({ a, b, r }) => [a.key, b.key, r])

describe('findAlike', () => {
  it('names chosen pairs only, the strongest first, whatever the sign', () => {
    const known: [string, string, number][] = [
      ['frequency', 'monetary', 0.83],
      ['recency', 'frequency', -0.94],
      ['unknown', 'frequency', 0.99],
    ]
    expect(pairs(known)).toEqual([
      ['recency', 'frequency', -0.94],
      ['frequency', 'monetary', 0.83],
    ])
    expect(pairs(known, new Set(['frequency', 'monetary']))).toEqual([['frequency', 'monetary', 0.83]])
  })

  it('says nothing about levels of one field, and names a field once beside another figure', () => {
    expect(
      pairs([
        ['level:plan:Basic', 'level:plan:Pro', -0.97],
        ['level:plan:Basic', 'monetary', -0.81],
        ['monetary', 'level:plan:Pro', 0.9],
      ]),
    ).toEqual([['monetary', 'level:plan', 0.9]])
  })
})
