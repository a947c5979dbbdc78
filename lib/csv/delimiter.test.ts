import { expect, it } from 'vitest'
import { detectDelimiter } from './delimiter'

it.each([
  ['a,b,c\n1,2,3\n', ','],
  ['a;b;c\n1,5;2,5;3,5\n', ';'],
  ['a\tb\n1, 2\t3\n', '\t'],
  ['a|b\n1|2\n', '|'],
  ['id,text\n1,"a; b; c"\n2,"d; e"\n', ','],
  ['name\nAnna\n', ','],
  ['', ','],
])('%j is split by %j', (text, delimiter) => {
  expect(detectDelimiter(text)).toBe(delimiter)
})
