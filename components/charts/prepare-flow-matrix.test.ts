import { expect, it } from 'vitest'
import { prepareFlowMatrix } from './prepare-flow-matrix'

const end = (id: string, color: number | null = 0) => ({ id, label: id, color })

it('lays flows out in rows and columns with their shares of both', () => {
  const flows = [
    { from: 'a', to: 'x', value: 30 },
    { from: 'a', to: 'y', value: 10 },
    { from: 'b', to: 'x', value: 30 },
  ]
  const { rows, columns } = prepareFlowMatrix(
    [end('a'), end('b'), end('new', null)],
    [end('x'), end('y'), end('z')],
    flows,
  )
  expect(columns.map(({ id }) => id)).toEqual(['x', 'y', 'z'])
  expect(rows.map((row) => [row.end.id, row.value])).toEqual([
    ['a', 40],
    ['b', 30],
  ])
  expect(rows[0]!.cells).toEqual([
    { value: 30, share: 0.75, columnShare: 0.5 },
    { value: 10, share: 0.25, columnShare: 1 },
    { value: 0, share: 0, columnShare: 0 },
  ])
})

it('shows those of no segment where there are any', () => {
  const flows = [{ from: 'new', to: 'gone', value: 1 }]
  const { rows, columns } = prepareFlowMatrix([end('new', null)], [end('x'), end('gone', null)], flows)
  expect(rows.map((row) => row.end.id)).toEqual(['new'])
  expect(columns.map(({ id }) => id)).toEqual(['x', 'gone'])
})
