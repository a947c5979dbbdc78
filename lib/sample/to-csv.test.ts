import { expect, it } from 'vitest'
import { formatCsvRow, toCsv } from './to-csv'

it('quotes only what RFC 4180 asks for', () => {
  expect(formatCsvRow(['plain', 'a,b', 'say "hi"', 'two\nlines', '', ' 茶 '])).toBe(
    'plain,"a,b","say ""hi""","two\nlines",, 茶 ',
  )
})

it('writes a header, fixed decimals and a final line end', () => {
  const rows = [{ id: 'P1', price: 9.5, stock: 3 }]
  expect(toCsv(rows, [{ key: 'id' }, { key: 'price', decimals: 2 }, { key: 'stock' }])).toBe(
    'id,price,stock\nP1,9.50,3\n',
  )
})
