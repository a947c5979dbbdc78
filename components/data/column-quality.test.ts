import { expect, test } from 'vitest'
import type { ColumnProfile } from '@/lib/csv/column-profile'
import { barHeights, findColumns } from './column-quality'

const headers = ['Order date', 'Name', 'Update']
const columns = [{ problemRows: 2 }, { problemRows: 0 }, { problemRows: 0 }] as ColumnProfile[]

test('findColumns looks for names and problems', () => {
  expect(findColumns(headers, columns, { text: ' DATE ', problemsOnly: false })).toEqual([0, 2])
  expect(findColumns(headers, columns, { text: '', problemsOnly: true })).toEqual([0])
})

test('barHeights shows every bin that is not empty', () => {
  expect(barHeights([{ rows: 0 }, { rows: 1 }, { rows: 1000 }])).toEqual([0, 0.04, 1])
  expect(barHeights([])).toEqual([])
})
