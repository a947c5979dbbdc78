import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addSegment, assignCell, finishNames, nameSegment, removeSegment, startMap } from './edit-map'
import { rfmMaps } from './maps'
import { cellIndex, type RfmMap } from './rfm-map'
import { rfmMapSchema } from './rfm-map-schema'

const names = ['High', 'Middle', 'Low'] as const

describe('editing', () => {
  it('moves one cell, and the map is nobody else’s any more', () => {
    const place = cellIndex(5, { r: 5, f: 3, m: null })
    const map = assignCell(rfmMaps.ten, place, 0)
    expect(map.cells.filter((cell, i) => cell !== rfmMaps.ten.cells[i])).toEqual([0])
    expect([map.id, map.cells[place]]).toEqual(['custom', 0])
    expect(assignCell(rfmMaps.ten, place, rfmMaps.ten.cells[place]!)).toBe(rfmMaps.ten)
    expect(assignCell(rfmMaps.ten, 25, 0)).toBe(rfmMaps.ten)
    expect(assignCell(rfmMaps.ten, 0, 10)).toBe(rfmMaps.ten)
  })

  it('renames without changing what the map is, and goes back when emptied', () => {
    const map = nameSegment(rfmMaps.ten, 1, 'Regulars')
    expect([map.id, map.segments[1]]).toEqual(['ten', { key: 'loyal', name: 'Regulars' }])
    expect(finishNames(nameSegment(map, 1, ' '))).toEqual(rfmMaps.ten)
    expect(finishNames(nameSegment(map, 1, ' Fans ')).segments[1]?.name).toBe('Fans')
  })

  it('hands the cells of a removed segment to another', () => {
    const map = removeSegment(rfmMaps.china, 0, 7)
    expect(map.segments.map(({ key }) => key)).toEqual(rfmMaps.china.segments.slice(1).map(({ key }) => key))
    expect(map.cells).toEqual(rfmMaps.china.cells.map((cell) => (cell === 0 ? 6 : cell - 1)))
    const two: RfmMap = { ...startMap({ bins: 2, axes: 'rf', scoring: 'mean' }, names) }
    const left = removeSegment(two, 1, 0)
    expect(left.segments).toHaveLength(2)
    expect(removeSegment(left, 0, 1)).toBe(left)
  })

  it('begins a map of one’s own with thirds of the scores', () => {
    const map = startMap({ bins: 4, axes: 'rf', scoring: 'quantiles' }, names)
    expect(map.cells).toEqual([2, 2, 1, 1, 2, 1, 1, 0, 1, 1, 0, 0, 1, 0, 0, 0])
    const cube = startMap({ bins: 2, axes: 'rfm', scoring: 'mean' }, names)
    expect(cube.cells).toEqual([2, 1, 1, 0, 1, 0, 0, 0])
  })

  it('stays complete and disjoint whatever is done', () => {
    const step = fc.record({
      kind: fc.constantFrom('assign', 'add', 'remove', 'name'),
      a: fc.nat(13),
      b: fc.nat(130),
    })
    const start = fc.constantFrom(...Object.values(rfmMaps))
    fc.assert(
      fc.property(start, fc.array(step, { maxLength: 30 }), (map, steps) => {
        const edited = steps.reduce((before, { kind, a, b }) => {
          if (kind === 'assign') return assignCell(before, b, a)
          if (kind === 'add') return before.segments.length < 12 ? addSegment(before, `Own ${a}`) : before
          if (kind === 'remove') return removeSegment(before, a, b % 13)
          return before.segments[a] ? nameSegment(before, a, `Own ${b}`) : before
        }, map)
        expect(rfmMapSchema.parse(edited)).toEqual(edited)
        expect([edited.bins, edited.axes]).toEqual([map.bins, map.axes])
      }),
    )
  })
})
