import { describe, expect, it } from 'vitest'
import { prepareGraph } from './prepare-graph'

const node = (id: string, weight: number) => ({ id, label: id, weight, color: 0 })
const distance = ({ x, y }: { x: number; y: number }) => Math.hypot(x, y)

describe('prepareGraph', () => {
  it('numbers the nearest first and places them nearer', () => {
    const { nodes } = prepareGraph([node('far', 0.1), node('near', 0.9), node('middle', 0.5)], [])
    expect(nodes.map(({ id, number }) => [id, number])).toEqual([
      ['near', 1],
      ['middle', 2],
      ['far', 3],
    ])
    expect(nodes.map(distance).map((value) => value.toFixed(3))).toEqual(['0.550', '0.775', '1.000'])
  })

  it('puts beside each other what is alike', () => {
    const { nodes } = prepareGraph(
      [node('a', 0.9), node('b', 0.8), node('c', 0.7), node('d', 0.6)],
      [
        { from: 'd', to: 'a', weight: 0.5 },
        { from: 'd', to: 'b', weight: 0.3 },
      ],
    )
    const angle = (id: string) => {
      const { x, y } = nodes.find((one) => one.id === id)!
      return Math.round((Math.atan2(y, x) / Math.PI) * 180 + 450) % 360
    }
    expect(['a', 'd', 'b', 'c'].map(angle)).toEqual([0, 90, 180, 270])
  })

  it('draws links between drawn neighbours only, the strongest as 1, and says how many there are', () => {
    const neighbours = Array.from({ length: 15 }, (_, i) => node(`n${i}`, 1 - i / 20))
    const { nodes, links, total } = prepareGraph(neighbours, [
      { from: 'n0', to: 'n1', weight: 0.2 },
      { from: 'n1', to: 'n2', weight: 0.4 },
      { from: 'n0', to: 'n14', weight: 0.9 },
    ])
    expect(nodes).toHaveLength(12)
    expect(total).toBe(15)
    expect(links.map(({ strength }) => strength)).toEqual([0.5, 1])
  })

  it('draws nothing of nothing', () => {
    expect(prepareGraph([], [])).toEqual({ nodes: [], links: [], total: 0 })
  })
})
