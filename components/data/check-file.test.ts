import { expect, test } from 'vitest'
import { checkFile } from './check-file'

test.each([
  ['orders.csv', 12, null],
  ['orders.CSV', 0, 'empty'],
  ['Orders.XLSX', 12, 'workbook'],
  ['orders.csv.gz', 12, 'archive'],
  ['orders', 12, null],
] as const)('%s of %i bytes', (name, size, objection) => {
  expect(checkFile({ name, size })).toBe(objection)
})
