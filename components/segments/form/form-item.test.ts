import { describe, expect, it } from 'vitest'
import { groupItems, listItems } from './form-item'

const feature = (id: string, group: string, preselected = false) => ({ id, group, preselected })

describe('listItems', () => {
  it('takes the levels of a field as one, where its first stands, and other features one by one', () => {
    const items = listItems([
      feature('recency', 'value', true),
      feature('level:gender:female', 'person'),
      feature('attribute:Points', 'own'),
      feature('level:attribute%3APlan%3A%20new:Basic', 'own'),
      feature('level:gender:*', 'person'),
      feature('share:category:Home%3A%20kitchen', 'basket'),
    ])
    expect(items.map(({ key, ids, field }) => [key, ids.length, field])).toEqual([
      ['recency', 1, null],
      ['level:gender', 2, 'gender'],
      ['attribute:Points', 1, null],
      ['level:attribute:Plan: new', 1, 'attribute:Plan: new'],
      ['share:category:Home%3A%20kitchen', 1, null],
    ])
    expect(items[1]?.ids).toEqual(['level:gender:female', 'level:gender:*'])
    expect(items[0]?.preselected).toBe(true)
  })
})

describe('groupItems', () => {
  it('keeps the order of groups and items', () => {
    const items = listItems([feature('a', 'x'), feature('b', 'y'), feature('c', 'x')])
    expect(groupItems(items).map(({ group, items: own }) => [group, own.map(({ key }) => key)])).toEqual([
      ['x', ['a', 'c']],
      ['y', ['b']],
    ])
  })
})
