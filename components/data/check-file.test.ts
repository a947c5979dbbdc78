import { expect, test } from 'vitest'
import { checkFile } from './check-file'

test.each([
  ['orders.csv', 12, null],
  ['orders.CSV', 0, 'empty'],
  ['Orders.XLSX', 12, null],
  ['orders.csv.gz', 12, null],
  ['orders.zip', 12, null],
  ['orders.xls', 12, 'workbook'],
  ['orders.7z', 12, 'archive'],
  ['orders.csv', 1001, 'tooLarge'],
  ['orders', 12, null],
] as const)('%s of %i bytes', (name, size, objection) => {
  expect(checkFile({ name, size }, 1000)).toBe(objection)
})
