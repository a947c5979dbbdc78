import type { Formats } from './formatting'

/** What a figure in a message is measured in is the end of its name: revenueMoney, onceShare, gapDays, liftFactor,
 * purchasesMean. */
const writers: readonly [RegExp, (formats: Formats, value: number) => string][] = [
  [/Money$/, (formats, value) => formats.moneyCompact(value)],
  [/Share$/, (formats, value) => formats.percent(value, value > 0 && value < 0.1 ? 1 : 0)],
  [/Days$/, (formats, value) => formats.unit(Math.round(value), 'day')],
  [/(Factor|Mean)$/, (formats, value) => formats.decimal(value, 1)],
]

/** A stored message's figures as its reader writes them; texts and other numbers stay as they are, for plurals and choices. */
export function formatParams(
  formats: Formats,
  params: Readonly<Record<string, string | number>>,
): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      const write = typeof value === 'number' && writers.find(([end]) => end.test(name))?.[1]
      return [name, write ? write(formats, value as number) : value]
    }),
  )
}
