import { expect, it } from 'vitest'
import { fullName } from './full-name'

it.each([
  ['Ada', 'Lovelace', 'Ada Lovelace'],
  ['玉兰', '谢', '谢玉兰'],
  ['Ada', null, 'Ada'],
  ['', 'Lovelace', 'Lovelace'],
  [null, null, null],
])('%s and %s make %s', (first, last, name) => {
  expect(fullName(first, last)).toBe(name)
})
