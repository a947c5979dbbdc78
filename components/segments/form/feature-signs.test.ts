import { describe, expect, it } from 'vitest'
import type { SnapshotFeature } from '@/lib/segments/snapshot-schema'
import { findSigns } from './feature-signs'

const usual: SnapshotFeature = {
  id: 'monetary',
  group: 'value',
  unit: 'money',
  missing: 0,
  min: 0,
  max: 10,
  mean: 5,
  median: 5,
  sd: 2,
  skewness: 0.2,
  outliers: 0,
  transform: 'none',
  impute: 'median',
  scale: 'z',
  preselected: false,
}
const kinds = (change: Partial<SnapshotFeature>) =>
  findSigns({ ...usual, ...change }, 1000).map(({ kind, tone }) => `${kind} ${tone}`)

describe('findSigns', () => {
  it('says nothing about a usual feature, nor about a handful of gaps', () => {
    expect(kinds({})).toEqual([])
    expect(kinds({ missing: 9 })).toEqual([])
  })

  it('warns of many gaps and of what tells nobody apart', () => {
    expect(kinds({ missing: 10 })).toEqual(['gaps neutral'])
    expect(kinds({ missing: 340 })).toEqual(['gaps warning'])
    expect(findSigns({ ...usual, missing: 340 }, 1000)[0]).toMatchObject({ share: 0.34 })
    expect(kinds({ sd: 0, min: 3, max: 3, skewness: 0 })).toEqual(['same warning'])
    expect(kinds({ missing: 1000, sd: 0, min: 0, max: 0, median: 0 })).toEqual([])
  })

  it('names the side of the extremes', () => {
    expect(kinds({ skewness: 4, outliers: 12 })).toEqual(['high neutral'])
    expect(kinds({ skewness: 4, median: 0 })).toEqual(['mostly neutral'])
    expect(kinds({ skewness: -1.5 })).toEqual(['low neutral'])
    expect(kinds({ skewness: 0.5, outliers: 3 })).toEqual(['far neutral'])
  })
})
