import type { PersonaFigures } from './insights-schema'
import type { MonthFigures, PeopleFigures, TimeFigures } from './queries-insights-figures'
import { countKnown, type GroupCount } from './review-groups'

export type RawFigures = {
  people: readonly PeopleFigures[]
  gaps: readonly { segment: number | null; gap: number }[]
  groups: readonly GroupCount[]
  months: readonly MonthFigures[]
  times: readonly TimeFigures[]
}

/** Share of the purchases whose time of day must be known for the busiest hour to mean something. */
const timedEnough = 0.5

const sumOf = <T>(rows: readonly T[], value: (row: T) => number) =>
  rows.reduce((sum, row) => sum + value(row), 0)

/** The key with the largest sum, of equals the smallest; null when all sums are 0. */
function busiest(times: readonly TimeFigures[], key: 'weekday' | 'hour', count: 'purchases' | 'timed') {
  const sums = new Map<number, number>()
  for (const row of times) sums.set(row[key], (sums.get(row[key]) ?? 0) + row[count])
  const ranked = [...sums].filter(([, sum]) => sum > 0).sort((a, b) => b[1] - a[1] || a[0] - b[0])
  return ranked[0]?.[0] ?? null
}

/** The most frequent value of a field in a segment, or among everybody (null), among those of whom it is known. */
function largestGroup(groups: readonly GroupCount[], field: GroupCount['field'], segment: number | null) {
  const own = groups.filter((row) => row.field === field && (segment === null || row.segment === segment))
  const largest = own.filter((row) => row.value !== null && (segment === null ? row.place === 1 : row.first))
  const customers = sumOf(largest, (row) => row.customers)
  const value = largest[0]?.value
  return value ? { value, share: customers / countKnown(own) } : null
}

const shareOf = (part: number, whole: number) => (whole > 0 ? part / whole : 0)

/** The persona figures of a segment, or of everybody (null); null without a customer. */
export function assembleFigures(raw: RawFigures, segment: number | null): PersonaFigures | null {
  const is = (row: { segment: number | null }) => row.segment === segment
  const people = raw.people.find(is)
  const everybody = raw.people.find((row) => row.segment === null)
  if (!people || !everybody || people.customers === 0) return null
  const months = segment === null ? raw.months : raw.months.filter(is)
  const times = segment === null ? raw.times : raw.times.filter(is)
  const sales = sumOf(months, (row) => row.sales)
  const discounts = sumOf(months, (row) => row.discounts ?? 0)
  const hasDiscounts = raw.months.some((row) => row.discounts !== null)
  const isTimed = sumOf(times, (row) => row.timed) >= timedEnough * sumOf(times, (row) => row.purchases)
  return {
    revenueShare: shareOf(people.revenue, everybody.revenue),
    customerShare: people.customers / everybody.customers,
    revenuePerCustomer: people.revenue / people.customers,
    purchasesPerCustomer: people.purchases / people.customers,
    orderValue: shareOf(sales, people.purchases),
    onceShare: people.once / people.customers,
    recency: people.recency,
    gap: raw.gaps.find(is)?.gap ?? null,
    discountShare: hasDiscounts ? shareOf(discounts, sales + discounts) : null,
    returnShare: shareOf(
      sumOf(months, (row) => row.returns),
      sales,
    ),
    consentShare: people.consent,
    medianAge: people.age,
    topCity: largestGroup(raw.groups, 'city', segment),
    topCountry: largestGroup(raw.groups, 'country', segment),
    weekday: busiest(times, 'weekday', 'purchases'),
    hour: isTimed ? busiest(times, 'hour', 'timed') : null,
  }
}
