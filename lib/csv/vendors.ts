import { normaliseHeader } from './header-forms'
import type { Vendor } from './vendor'
import { chineseVendors } from './vendors-china'
import { shopVendors } from './vendors-shops'
import { toolVendors } from './vendors-tools'

const vendors: readonly Vendor[] = [...shopVendors, ...chineseVendors, ...toolVendors]

/** The export that headers belong to; null when none is known. */
export function findVendor(headers: readonly string[]): Vendor | null {
  const there = new Set(headers.map(normaliseHeader))
  // Of columns of one name each further one has its number behind it.
  const names = headers.map((header) => normaliseHeader(header.replace(/ \([0-9]+\)$/, '')))
  return (
    vendors.find(({ telling, only }) => {
      if (!telling.every((header) => there.has(normaliseHeader(header)))) return false
      const allowed = only && new Set(only.map(normaliseHeader))
      return !allowed || names.every((name) => allowed.has(name))
    }) ?? null
  )
}
