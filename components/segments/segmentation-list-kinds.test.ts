import { describe, expect, it } from 'vitest'
import type { SegmentationSummary } from '@/lib/segments/schema'
import { countKinds, type Kind, readKind } from './segmentation-list-kinds'

const list = (...kinds: Kind[]): SegmentationSummary[] =>
  kinds.map((kind, i) => ({
    id: `s${i}`,
    jobId: `j${i}`,
    kind,
    name: kind,
    asOf: '2026-01-31',
    state: 'completed',
    error: null,
    k: 4,
    customers: 100,
    createdAt: '2026-02-01T00:00:00.000Z',
  }))

describe('kinds of the list', () => {
  it('counts the kinds there are in one order', () => {
    expect(countKinds(list('rule', 'kmeans', 'rfm', 'kmeans'))).toEqual([
      { kind: 'kmeans', count: 2 },
      { kind: 'rfm', count: 1 },
      { kind: 'rule', count: 1 },
    ])
    expect(countKinds([])).toEqual([])
  })

  it('filters by a kind that is there and shows all otherwise', () => {
    const both = list('kmeans', 'rfm')
    expect(readKind('rfm', both)).toBe('rfm')
    for (const asked of ['rule', 'nonsense', undefined, ['rfm']]) expect(readKind(asked, both)).toBeNull()
  })
})
