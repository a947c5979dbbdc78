import type { Formats } from '@/lib/shared/formatting'
import type { Unit } from './units'

const unitDigits = (value: number) => (Math.abs(value) < 10 ? 1 : 0)

/** A feature's raw value (or a mean of such values) as people read it, with its unit. */
export function formatFeature(formats: Formats, unit: Unit, value: number): string {
  switch (unit) {
    case 'days':
      return formats.unit(value, 'day', unitDigits(value))
    case 'hours':
      return formats.unit(value, 'hour', unitDigits(value))
    case 'years':
      return formats.unit(value, 'year', unitDigits(value))
    case 'money':
      return formats.money(value)
    case 'share':
      return formats.percent(value, Math.abs(value) < 0.1 ? 1 : 0)
    case 'count':
      return Number.isInteger(value) ? formats.integer(value) : formats.decimal(value)
    case 'decimal':
      return formats.decimal(value)
    case 'rating':
      return formats.decimal(value, 1)
  }
}
