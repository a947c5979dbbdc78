import { createTranslator } from 'next-intl'
import { expect, it } from 'vitest'
import en from '@/lib/i18n/messages/en/rfm.json'
import english from '@/lib/i18n/messages/en/segment-names.json'
import zh from '@/lib/i18n/messages/zh-CN/rfm.json'
import chinese from '@/lib/i18n/messages/zh-CN/segment-names.json'
import { segmentKeys } from '@/lib/rfm/segment-keys'
import { createFormats } from '@/lib/shared/formatting'
import { readGrid } from './reading-grid'

const formats = createFormats('en', 'EUR', 'UTC')
const segment = (name: string, size: number, revenue: number) => ({ name, size, revenue })
const readings = [
  readGrid(formats, [segment('A', 0, 0)]),
  readGrid(formats, [segment('A', 60, -5), segment('B', 40, 5)]),
  readGrid(formats, [segment('A', 60, 62), segment('B', 40, 38)]),
  readGrid(formats, [segment('A', 60, 90), segment('B', 40, 10)]),
  readGrid(formats, [segment('A', 80, 30), segment('B', 20, 70)]),
]

it('tells the segment that brings most for its size, and the largest', () => {
  expect(readings).toEqual([
    { key: 'none', values: {} },
    { key: 'sizeOnly', values: { largest: 'A', share: '60%' } },
    { key: 'even', values: { largest: 'A', share: '60%' } },
    { key: 'same', values: { best: 'A', customers: '60%', revenue: '90%' } },
    {
      key: 'apart',
      values: { best: 'B', customers: '20%', revenue: '70%', largest: 'A', share: '80%' },
    },
  ])
})

it.each([
  { locale: 'en', messages: en },
  { locale: 'zh-CN', messages: zh },
] as const)('words every reading in $locale, and has no sentence too many', ({ locale, messages }) => {
  const failures: string[] = []
  const onError = (error: Error) => failures.push(error.message)
  const t = createTranslator({ locale, messages, onError }) as unknown as (
    key: string,
    values: Record<string, string>,
  ) => string
  const texts = readings.map(({ key, values }) => t(`readings.${key}`, values))
  expect([failures, texts.filter((text) => /[{}]/.test(text))]).toEqual([[], []])
  expect(readings.map(({ key }) => key).sort()).toEqual(Object.keys(messages.readings).sort())
})

it('has a name and a meaning for every segment of the shipped maps', () => {
  for (const { names } of [english, chinese])
    expect(Object.keys(names)).toEqual(expect.arrayContaining([...segmentKeys]))
})
