import { createTranslator } from 'next-intl'
import { expect, it } from 'vitest'
import en from '@/lib/i18n/messages/en/segments.json'
import zh from '@/lib/i18n/messages/zh-CN/segments.json'
import { createFormats } from '@/lib/shared/formatting'
import type { Reading } from './reading'
import { readDistribution } from './reading-distribution'
import { readEvidence, strengths } from './reading-evidence'
import { describeAxis, readMap } from './reading-map'
import { readProfile } from './reading-profile'
import { readValue } from './reading-value'

const languages = [
  { locale: 'en', messages: en },
  { locale: 'zh-CN', messages: zh },
] as const

const evidence = (k: number, silhouette: number) => ({
  k,
  silhouette,
  calinskiHarabasz: 1,
  daviesBouldin: 1,
  inertia: 1,
})

function listReadings(locale: 'en' | 'zh-CN'): Reading[] {
  const formats = createFormats(locale, 'GBP', 'UTC')
  const a = { name: 'A', size: 80, revenue: 30 }
  const row = { segment: 'A', p25: 1, median: 2, p75: 3 }
  const far = { segment: 'B', p25: 4, median: 5, p75: 6 }
  const cell = (z: number) => ({ segment: 'A', feature: 'F', z, value: '1', overall: '2' })
  const up = { name: 'F', weight: 1 }
  const down = { name: 'G', weight: -1 }
  const run = (k: number, chosen: 'auto' | 'hand', ...rows: ReturnType<typeof evidence>[]) =>
    readEvidence(formats, { k, chosen, evidence: rows })
  return [
    readValue(formats, []),
    readValue(formats, [a]),
    readValue(formats, [{ ...a, revenue: -1 }, a, { ...a, revenue: -40 }]),
    readValue(formats, [a, a]),
    readValue(formats, [a, { name: 'B', size: 20, revenue: 70 }]),
    ...[2, -2, 0.5, -0.5, 0].map((z) => readProfile([cell(z)])),
    ...[0.8, 0.6, 0.2].map((share) => readMap(formats, [share, 0])),
    ...[[up], [down], [up, down], []].map((axis) => describeAxis(formats, axis)),
    ...[[], [row], [row, row], [row, far], [row, { ...far, p25: 1 }]].map((rows) =>
      readDistribution('F', rows, formats.money),
    ),
    run(2, 'auto'),
    run(2, 'hand', evidence(2, 0.5)),
    run(2, 'auto', evidence(2, 0.5), evidence(3, 0.4)),
    run(3, 'auto', evidence(2, 0.5), evidence(3, 0.48)),
    run(3, 'auto', evidence(3, 0.48), evidence(4, 0.49)),
    run(3, 'auto', evidence(2, 0.9), evidence(3, 0.4)),
    ...strengths.map((strength) => ({ key: `strength.${strength}`, values: {} })),
  ]
}

function leaves(messages: object, path = ''): string[] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${path}${key}`] : leaves(value, `${path}${key}.`),
  )
}

it.each(languages)('words every reading in $locale, and has no sentence too many', ({ locale, messages }) => {
  const failures: string[] = []
  const t = createTranslator({
    locale,
    messages,
    onError: (error) => failures.push(error.message),
  }) as unknown as (key: string, values: Record<string, string>) => string
  const readings = listReadings(locale)
  const texts = readings.map(({ key, values }) => t(`readings.${key}`, values))
  expect(failures).toEqual([])
  expect(texts.filter((text) => /[{}]/.test(text))).toEqual([])
  expect([...new Set(readings.map(({ key }) => key))].sort()).toEqual(leaves(messages.readings).sort())
})
