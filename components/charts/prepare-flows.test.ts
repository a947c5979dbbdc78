import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawRibbon, layoutFlows } from './layout-flows'
import { type FlowEnd, type FlowRow, mergedId, prepareFlows } from './prepare-flows'

const end = (id: string, color: number | null = 0): FlowEnd => ({ id, label: id.toUpperCase(), color })
const flow = (from: string, to: string, value: number): FlowRow => ({ from, to, value })
const options = { least: 0.01, mergedLabel: 'Small' }

describe('what a flow chart draws', () => {
  it('keeps the left order, orders the right by where its flows come from, and puts no segment last', () => {
    const { left, right, total } = prepareFlows(
      [end('new', null), end('a'), end('b')],
      [end('gone', null), end('y'), end('x'), end('empty')],
      [flow('a', 'x', 50), flow('b', 'y', 30), flow('new', 'y', 15), flow('a', 'gone', 5)],
      options,
    )
    expect(left.map(({ id, value }) => [id, value])).toEqual([
      ['a', 55],
      ['b', 30],
      ['new', 15],
    ])
    expect(right.map(({ id, value }) => [id, value])).toEqual([
      ['x', 50],
      ['y', 45],
      ['gone', 5],
    ])
    expect(total).toBe(100)
  })

  it('gathers flows under 1 % by where they come from, and counts them', () => {
    const flows = [
      flow('a', 'x', 900),
      flow('b', 'y', 80),
      flow('a', 'y', 9),
      flow('b', 'x', 5),
      flow('b', 'z', 6),
    ]
    const { right, ribbons, merged } = prepareFlows(
      [end('a'), end('b')],
      [end('x'), end('y'), end('z')],
      flows,
      options,
    )
    expect(right.map(({ id, value, whole }) => [id, value, whole])).toEqual([
      ['x', 900, 905],
      ['y', 80, 89],
      [mergedId, 20, 20],
    ])
    expect(merged).toEqual({ flows: 3, value: 20 })
    expect(ribbons).toContainEqual({ from: 1, to: 2, value: 11, rows: [flows[3], flows[4]] })
  })

  it('draws a single thin flow as it is', () => {
    const flows = [flow('a', 'x', 999), flow('a', 'y', 1)]
    const { ribbons, merged } = prepareFlows([end('a')], [end('x'), end('y')], flows, options)
    expect(merged.flows).toBe(0)
    expect(ribbons.map(({ value }) => value)).toEqual([999, 1])
  })

  it('draws nothing of nothing', () => {
    const prepared = prepareFlows([end('a')], [end('x')], [], options)
    expect(prepared).toEqual({ left: [], right: [], ribbons: [], total: 0, merged: { flows: 0, value: 0 } })
    expect(layoutFlows(prepared)).toEqual({ height: 0, left: [], right: [], ribbons: [] })
  })

  it('loses nobody', () => {
    const ids = ['a', 'b', 'c', 'd']
    const anyFlows = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 16, maxLength: 16 })
    fc.assert(
      fc.property(anyFlows, (values) => {
        const flows = values.map((value, i) => flow(ids[i >> 2]!, ids[i & 3]!, value))
        const { left, right, ribbons, total } = prepareFlows(
          ids.map((id) => end(id)),
          ids.map((id) => end(id)),
          flows,
          options,
        )
        const sum = (of: { value: number }[]) => of.reduce((all, { value }) => all + value, 0)
        expect([sum(left), sum(right), sum(ribbons)]).toEqual([total, total, total])
        const seen = ribbons.flatMap(({ rows }) => rows)
        expect(seen.length).toBe(flows.filter(({ value }) => value > 0).length)
      }),
    )
  })
})

describe('where it is drawn', () => {
  const prepared = prepareFlows(
    [end('a'), end('b')],
    [end('x'), end('y')],
    [flow('a', 'x', 60), flow('a', 'y', 30), flow('b', 'x', 10)],
    options,
  )
  const { left, right, ribbons, height } = layoutFlows(prepared)

  it('gives bars heights in proportion, apart from one another, and room for labels', () => {
    expect(left.map((box) => box.height)).toEqual([270, 30])
    expect(right.map((box) => box.height)).toEqual([90, 210])
    const [a, b] = left
    expect(b!.top).toBeGreaterThanOrEqual(a!.top + a!.height + 8)
    expect(height).toBe(270 + 8 + 44)
  })

  it('stacks ribbons on their bars without overlap, in the order of the other side', () => {
    const [ax, ay, bx] = ribbons
    expect(ax).toMatchObject({ leaves: left[0]!.top + 90, arrives: right[1]!.top, thickness: 180 })
    expect(ay).toMatchObject({ leaves: left[0]!.top, arrives: right[0]!.top, thickness: 90 })
    expect(bx).toMatchObject({ leaves: left[1]!.top, arrives: right[1]!.top + 180, thickness: 30 })
  })

  it('closes the outline', () => {
    expect(drawRibbon({ leaves: 0, arrives: 10, thickness: 5 }, 0, 100)).toBe(
      'M0.0 0.0C50.0 0.0 50.0 10.0 100.0 10.0L100.0 15.0C50.0 15.0 50.0 5.0 0.0 5.0Z',
    )
  })
})
