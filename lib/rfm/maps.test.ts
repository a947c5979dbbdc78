import { describe, expect, it } from 'vitest'
import { brazeRules, chinaRules, type MapRule, matchesRule, tenRules } from './map-rules'
import { rfmMaps } from './maps'
import { type CellScores, cellIndex, listCells, type RfmMap } from './rfm-map'
import { rfmMapSchema } from './rfm-map-schema'

const nameOf = (map: RfmMap, cell: CellScores) => map.segments[map.cells[cellIndex(map.bins, cell)]!]!.key

/** The rules that match each cell, by the segment they lead to. */
const matches = (map: RfmMap, rules: readonly MapRule[]) =>
  listCells(map).map((cell) => rules.filter((rule) => matchesRule(rule, cell)).map(({ segment }) => segment))

describe('ten segments on R×F', () => {
  // ../shared/reference/RFM.md drawn as a picture: rows R5 … R1, columns F1 … F5
  const picture = [
    ['newCustomers', 'potentialLoyalists', 'potentialLoyalists', 'rfmChampions', 'rfmChampions'],
    ['promising', 'potentialLoyalists', 'potentialLoyalists', 'loyal', 'loyal'],
    ['aboutToSleep', 'aboutToSleep', 'needAttention', 'loyal', 'loyal'],
    ['hibernating', 'hibernating', 'rfmAtRisk', 'rfmAtRisk', 'rfmCantLose'],
    ['hibernating', 'hibernating', 'rfmAtRisk', 'rfmAtRisk', 'rfmCantLose'],
  ]

  it('is the published table, cell by cell', () => {
    for (const [row, names] of picture.entries()) {
      expect(names.map((_, f) => nameOf(rfmMaps.ten, { r: 5 - row, f: f + 1, m: null }))).toEqual(names)
    }
  })

  it('has rules of which exactly one matches every cell', () => {
    expect(matches(rfmMaps.ten, tenRules).every((found) => found.length === 1)).toBe(true)
  })
})

describe('ten groups of Braze', () => {
  /** The published table as it stands, scores 0 to 3, first match wins; null is its hole. */
  function published(R: number, F: number, M: number): string | null {
    if (R === 3 && F >= 2 && M >= 2) return 'rfmChampions'
    if (R >= 2 && F >= 2 && M >= 1) return 'loyal'
    if (R === 3 && F >= 1 && M >= 1) return 'potentialLoyalists'
    if (R === 3 && M >= 1) return 'promising'
    if (R === 3) return 'brazeNew'
    if (R >= 2) return 'brazeNeedAttention'
    if (R <= 1 && F >= 2 && M >= 2) return 'rfmCantLose'
    if (R <= 1 && F >= 1 && M >= 1) return 'rfmAtRisk'
    if (R === 1) return 'aboutToSleep'
    if (R === 0 && F <= 2) return 'hibernating'
    return null
  }

  it('is the published table, cell by cell, with its one hole closed', () => {
    const holes: CellScores[] = []
    for (const cell of listCells(rfmMaps.braze)) {
      const expected = published(cell.r - 1, cell.f - 1, cell.m! - 1)
      if (expected === null) holes.push(cell)
      expect([cell, nameOf(rfmMaps.braze, cell)]).toEqual([cell, expected ?? 'rfmCantLose'])
    }
    expect(holes).toEqual([{ r: 1, f: 4, m: 1 }])
  })

  it('needs its last rule for the hole alone, and the order of the others', () => {
    const open = matches(rfmMaps.braze, brazeRules.slice(0, -1))
    expect(open.filter((found) => found.length === 0)).toHaveLength(1)
    expect(open.some((found) => found.length > 1)).toBe(true)
    const first = matches(rfmMaps.braze, brazeRules).map(([segment]) => segment)
    expect(first).toEqual(rfmMaps.braze.cells.map((cell) => rfmMaps.braze.segments[cell]!.key))
  })
})

describe('eight classes', () => {
  it.each([
    ['chinaHighHighHigh', 2, 2, 2],
    ['chinaHighLowHigh', 2, 1, 2],
    ['chinaLowHighHigh', 1, 2, 2],
    ['chinaLowLowHigh', 1, 1, 2],
    ['chinaHighHighLow', 2, 2, 1],
    ['chinaHighLowLow', 2, 1, 1],
    ['chinaLowHighLow', 1, 2, 1],
    ['chinaLowLowLow', 1, 1, 1],
  ])('%s is R%i F%i M%i', (key, r, f, m) => {
    expect(nameOf(rfmMaps.china, { r, f, m })).toBe(key)
  })

  it('has rules of which exactly one matches every cell', () => {
    expect(matches(rfmMaps.china, chinaRules).every((found) => found.length === 1)).toBe(true)
  })
})

describe.each(Object.values(rfmMaps))('the map $id', (map) => {
  it('sends every cell to one segment, and no segment is without a cell', () => {
    expect(map.cells).toHaveLength(map.bins ** map.axes.length)
    expect([...new Set(map.cells)].sort((a, b) => a - b)).toEqual(map.segments.map((_, i) => i))
    expect(rfmMapSchema.parse(map)).toEqual(map)
  })

  it('is another map once a cell is moved', () => {
    const moved = { ...map, cells: map.cells.map((cell, i) => (i === 0 ? 1 - Math.min(1, cell) : cell)) }
    expect(rfmMapSchema.safeParse(moved).success).toBe(false)
    expect(rfmMapSchema.safeParse({ ...moved, id: 'custom' }).success).toBe(true)
  })

  it('may carry names of the user', () => {
    const segments = map.segments.map((one, i) => (i === 0 ? { ...one, name: 'Fans' } : one))
    expect(rfmMapSchema.safeParse({ ...map, segments }).success).toBe(true)
  })
})

it('takes no map with a hole, an unknown segment, a nameless one or scores that the mean cannot give', () => {
  const map = { ...rfmMaps.ten, id: 'custom' }
  const wrong = [
    { ...map, cells: map.cells.slice(1) },
    { ...map, cells: map.cells.map((cell, i) => (i === 3 ? 10 : cell)) },
    { ...map, segments: [...map.segments.slice(0, -1), { key: null, name: null }] },
    { ...map, segments: [...map.segments.slice(0, -1), { key: 'toString', name: null }] },
    { ...map, scoring: 'mean' },
  ]
  expect(rfmMapSchema.safeParse(map).success).toBe(true)
  for (const one of wrong) expect(rfmMapSchema.safeParse(one).success).toBe(false)
})
