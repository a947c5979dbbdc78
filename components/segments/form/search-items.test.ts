import { describe, expect, it } from 'vitest'
import { searchItems } from './search-items'

const items = ['Days since last purchase', 'Average order value', 'Café visits', '最近一次购买距今天数']
const find = (search: string) => searchItems(items, search, (item) => item)

describe('searchItems', () => {
  it('finds words in any case, order and with or without accents', () => {
    expect(find('PURCHASE days')).toEqual(['Days since last purchase'])
    expect(find('cafe')).toEqual(['Café visits'])
    expect(find('café')).toEqual(['Café visits'])
    expect(find('购买')).toEqual(['最近一次购买距今天数'])
  })

  it('wants every word, and keeps all for an empty search', () => {
    expect(find('order days')).toEqual([])
    expect(find('  ')).toEqual(items)
  })
})
