import { expect, it } from 'vitest'
import { rowPrefix } from './row-numbers'

it.each([
  ['bank-additional.csv', 'bank-additional'],
  ['Customers 2024 (final).CSV.gz', 'Customers-2024-final'],
  ['shop.zip › 2024 › Kundschaft Köln.csv', 'Kundschaft-Köln'],
  ['会员名单.xlsx › 第一季度', '第一季度'],
  ['C:\\temp\\a@b.de.csv', 'a-b-de'],
  ['tel:0301234567.csv', 'tel-0301234567'],
  ['---.csv', 'row'],
  ['', 'row'],
  [`${'x'.repeat(100)}.csv`, 'x'.repeat(40)],
  ['v1.2.csv', 'v1-2'],
])('calls the rows of %s %s', (fileName, prefix) => {
  expect(rowPrefix(fileName)).toBe(prefix)
})
