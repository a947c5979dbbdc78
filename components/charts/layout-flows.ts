import type { FlowNode, PreparedFlows } from './prepare-flows'

export type NodeBox = { top: number; height: number }
/** Where a ribbon leaves and arrives: upper edges and its thickness. */
export type RibbonBox = { leaves: number; arrives: number; thickness: number }
export type FlowLayout = {
  height: number
  left: NodeBox[]
  right: NodeBox[]
  /** In the order of the ribbons given. */
  ribbons: RibbonBox[]
}

/** Pixels for the whole, spread over the bars; every bar has at least room for its label. */
const barPixels = 300
const leastRoom = 44
const gap = 8

function stack(nodes: readonly FlowNode[], scale: number): { boxes: NodeBox[]; height: number } {
  let bottom = 0
  const boxes = nodes.map(({ value }, index) => {
    const height = Math.max(1, value * scale)
    const room = Math.max(height, leastRoom)
    const top = bottom + (index > 0 ? gap : 0)
    bottom = top + room
    return { top: top + (room - height) / 2, height }
  })
  return { boxes, height: bottom }
}

const shift = (boxes: readonly NodeBox[], by: number) => boxes.map((box) => ({ ...box, top: box.top + by }))

/** Places bars and ribbons of a flow chart, in pixels: heights are proportional to values, both sides centred. */
export function layoutFlows({ left, right, ribbons, total }: PreparedFlows): FlowLayout {
  const scale = total > 0 ? barPixels / total : 0
  const [a, b] = [stack(left, scale), stack(right, scale)]
  const height = Math.max(a.height, b.height)
  const boxes = {
    left: shift(a.boxes, (height - a.height) / 2),
    right: shift(b.boxes, (height - b.height) / 2),
  }
  /** Upper edge of each ribbon on one side: one below the other, in the order of the other side's nodes. */
  const edges = (side: 'from' | 'to', other: 'from' | 'to', nodes: readonly NodeBox[]) => {
    const used = nodes.map(({ top }) => top)
    const edge = new Map<number, number>()
    const inOrder = ribbons
      .map((ribbon, index) => ({ ribbon, index }))
      .sort((p, q) => p.ribbon[other] - q.ribbon[other])
    for (const { ribbon, index } of inOrder) {
      edge.set(index, used[ribbon[side]] ?? 0)
      used[ribbon[side]] = (used[ribbon[side]] ?? 0) + ribbon.value * scale
    }
    return edge
  }
  const leaves = edges('from', 'to', boxes.left)
  const arrives = edges('to', 'from', boxes.right)
  return {
    height,
    ...boxes,
    ribbons: ribbons.map(({ value }, index) => ({
      leaves: leaves.get(index) ?? 0,
      arrives: arrives.get(index) ?? 0,
      thickness: Math.max(1, value * scale),
    })),
  }
}

/** The outline of a ribbon between x0 and x1. */
export function drawRibbon({ leaves, arrives, thickness }: RibbonBox, x0: number, x1: number): string {
  const middle = (x0 + x1) / 2
  const point = (x: number, y: number) => `${x.toFixed(1)} ${y.toFixed(1)}`
  return [
    `M${point(x0, leaves)}`,
    `C${point(middle, leaves)} ${point(middle, arrives)} ${point(x1, arrives)}`,
    `L${point(x1, arrives + thickness)}`,
    `C${point(middle, arrives + thickness)} ${point(middle, leaves + thickness)} ${point(x0, leaves + thickness)}`,
    'Z',
  ].join('')
}
