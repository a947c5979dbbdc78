import { sampleBrand } from './brand'

const dayMs = 86_400_000
const start = Date.parse(`${sampleBrand.firstDate}T00:00:00Z`)

/** Days of the order window; day 0 is the first date. */
export const windowDays = (Date.parse(`${sampleBrand.lastDate}T00:00:00Z`) - start) / dayMs + 1

/** Day number (may be negative: before the window) to YYYY-MM-DD. */
export function formatDay(day: number): string {
  return new Date(start + Math.floor(day) * dayMs).toISOString().slice(0, 10)
}

/** Seconds since the first day's midnight to YYYY-MM-DD HH:MM:SS, in the brand's local time. */
export function formatSecond(second: number): string {
  return new Date(start + second * 1000).toISOString().slice(0, 19).replace('T', ' ')
}

interface DayFacts {
  month: number
  dayOfMonth: number
  weekday: number
  /** Years since the first day. */
  years: number
}

function dayFacts(day: number): DayFacts {
  const date = new Date(start + day * dayMs)
  return {
    month: date.getUTCMonth() + 1,
    dayOfMonth: date.getUTCDate(),
    weekday: date.getUTCDay(),
    years: day / 365,
  }
}

export function monthOfDay(day: number): number {
  return dayFacts(day).month
}

const monthFactors = [0.84, 0.8, 0.92, 0.96, 1, 0.92, 0.84, 0.8, 0.95, 1.04, 1.75, 1.85]
const weekdayFactors = [1.18, 1.02, 0.9, 0.88, 0.93, 1.04, 1.2]

/** Share taken off the price on sale days; 0 on the others. */
export function saleRate(day: number): number {
  const { month, dayOfMonth } = dayFacts(day)
  if (month === 11 && dayOfMonth >= 21) return 0.25
  if (month === 1 && dayOfMonth >= 2 && dayOfMonth <= 18) return 0.3
  if (month === 4 && dayOfMonth >= 10 && dayOfMonth <= 17) return 0.15
  if ((month === 6 && dayOfMonth >= 24) || (month === 7 && dayOfMonth <= 10)) return 0.25
  if (month === 9 && dayOfMonth >= 18 && dayOfMonth <= 24) return 0.2
  return 0
}

function regularWeight(day: number): number {
  const { month, dayOfMonth, weekday, years } = dayFacts(day)
  const tooLateToPost = month === 12 && dayOfMonth > 20 ? 0.35 : 1
  const sale = saleRate(day) > 0 ? 1.25 : 1
  return monthFactors[month - 1]! * weekdayFactors[weekday]! * Math.exp(0.36 * years) * tooLateToPost * sale
}

function giftWeight(day: number): number {
  const { month, dayOfMonth } = dayFacts(day)
  const christmas = (month === 11 && dayOfMonth >= 12) || (month === 12 && dayOfMonth <= 20)
  const valentine = month === 2 && dayOfMonth <= 12
  const mothersDay = month === 3 && dayOfMonth <= 20
  return regularWeight(day) * (christmas ? 1 : valentine || mothersDay ? 0.08 : 0.008)
}

function saleWeight(day: number): number {
  return regularWeight(day) * (saleRate(day) > 0 ? 1 : 0.03)
}

export type Calendar = 'regular' | 'gift' | 'sale'

const cumulative: Record<Calendar, Float64Array> = {
  regular: accumulate(regularWeight),
  gift: accumulate(giftWeight),
  sale: accumulate(saleWeight),
}

function accumulate(weight: (day: number) => number): Float64Array {
  const sums = new Float64Array(windowDays + 1)
  for (let day = 0; day < windowDays; day++) sums[day + 1] = sums[day]! + weight(day)
  return sums
}

/** The day in [from, to] at a quantile in [0, 1) of the calendar's buying intensity. */
export function dayAtQuantile(calendar: Calendar, from: number, to: number, quantile: number): number {
  const sums = cumulative[calendar]
  const target = sums[from]! + quantile * (sums[to + 1]! - sums[from]!)
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >> 1
    if (sums[middle + 1]! > target) high = middle
    else low = middle + 1
  }
  return low
}
