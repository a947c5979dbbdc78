import { describe, expect, it } from 'vitest'
import english from '@/lib/i18n/messages/en/features.json'
import chinese from '@/lib/i18n/messages/zh-CN/features.json'
import { tableColumns } from '@/lib/warehouse/tables'
import { describeFeature, featureById, features } from './catalogue'
import { featureColumn } from './column'
import { featureGroups } from './feature'
import { attributeId, levelId, shareId } from './feature-id'
import { conditionOf } from './needs'
import { units } from './units'

describe('the catalogue of features', () => {
  it('has at least 40, each once, with a few preselected that do not repeat each other', () => {
    const ids = features.map(({ id }) => id)
    expect(ids.length).toBeGreaterThanOrEqual(40)
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
    const { groups, needs, own, ...words } = messages
    const byId = new Map<string, { name: string; meaning: string }>(Object.entries(words))
    expect([...byId.keys()].sort()).toEqual(features.map(({ id }) => id).sort())
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
    expect(featureColumn(id)).toBe(`f_${id}`)
    for (const need of feature.needs) {
      if (!conditionOf(need)) expect(Object.keys(tableColumns[need.table])).toContain(need.column)
    }
  })

  it('names no condition like a column', () => {
    const columns = Object.values(tableColumns).flatMap((table) => Object.keys(table))
    expect(columns.filter((column) => conditionOf({ column }))).toEqual([])
  })

  it('describes what comes from the brand’s own columns', () => {
    const told = (id: string) => {
      const { group, unit } = describeFeature(id) ?? {}
      return [group, unit]
    }
    expect(told('age')).toEqual(['person', 'years'])
    expect(told(attributeId('Points'))).toEqual(['own', 'decimal'])
    expect(told(levelId('attribute:Plan', 'gold'))).toEqual(['own', 'share'])
    expect(told(levelId('country', null))).toEqual(['person', 'share'])
    expect(told(shareId('brand', 'A & B'))).toEqual(['taste', 'share'])
    expect(describeFeature('nonsense')).toBeNull()
    expect(describeFeature('attribute:%')).toBeNull()
  })
})
