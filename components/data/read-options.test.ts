import { expect, test } from 'vitest'
import { toChoices, toOptions } from './read-options'

test.each([
  {},
  { encoding: 'gb18030' },
  { delimiter: ';', quote: '' },
  { headerLine: 4 },
  { headerLine: null },
] as const)('options survive the form: %j', (options) => {
  expect(toOptions(toChoices(options, 3))).toEqual(options)
})

test('offers the recognised line and refuses what is no line', () => {
  const choices = toChoices({}, 3)
  expect(choices.line).toBe('3')
  expect(toOptions({ ...choices, header: 'line' })).toEqual({ headerLine: 3 })
  for (const line of ['0', '1.5', 'x', '']) {
    expect(toOptions({ ...choices, header: 'line', line })).toBeNull()
  }
})
