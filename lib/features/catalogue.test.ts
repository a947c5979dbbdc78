import { describe, expect, it } from 'vitest'
import english from '@/lib/i18n/messages/en/features.json'
import chinese from '@/lib/i18n/messages/zh-CN/features.json'
import { tableColumns } from '@/lib/warehouse/tables'
import { featureById, features } from './catalogue'
import { featureGroups } from './feature'
import { units } from './units'

describe('the catalogue of features', () => {
  it('has at least 13, each once, with a few preselected that do not repeat each other', () => {
    const ids = features.map(({ id }) => id)
    expect(ids.length).toBeGreaterThanOrEqual(13)
    expect(new Set(ids).size).toBe(ids.length)
    const preselected = features.filter((feature) => feature.preselected).map(({ id }) => id)
    expect(preselected).toEqual(['recency', 'frequency', 'monetary', 'discount_share'])
    expect(featureById('monetary')?.unit).toBe('money')
    expect(featureById('nonsense')).toBeUndefined()
  })

  it.each([
    ['English', english],
    ['Chinese', chinese],
  ])('has a name and a meaning for each in %s', (_, messages) => {
    const { groups, ...words } = messages
    const byId = new Map<string, { name: string; meaning: string }>(Object.entries(words))
    for (const { id } of features) {
      expect(byId.get(id)?.name, id).toBeTruthy()
      expect(byId.get(id)?.meaning, id).toBeTruthy()
    }
    for (const group of featureGroups) expect(groups[group]).toBeTruthy()
  })

  it.each(features.map((feature) => [feature.id, feature] as const))('describes %s fully', (id, feature) => {
    expect(id).toMatch(/^[a-z_]+$/)
    expect(units).toContain(feature.unit)
    expect(featureGroups).toContain(feature.group)
    for (const { table, column } of feature.needs) expect(Object.keys(tableColumns[table])).toContain(column)
  })
})
