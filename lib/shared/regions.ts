import type { Locale } from '@/lib/shared/locales'

/** What a workspace can choose from. Made on the server: a browser knows other currencies and other names for them. */
export type Regions = { currencies: { code: string; label: string }[]; timeZones: string[] }

/** Currencies by code with their names in the reader's language, and the time zones, `chosen` among them. */
export function listRegions(locale: Locale, chosen?: string): Regions {
  const names = new Intl.DisplayNames(locale, { type: 'currency' })
  const zones = new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), ...(chosen ? [chosen] : [])])
  return {
    currencies: Intl.supportedValuesOf('currency').map((code) => ({
      code,
      label: `${code} · ${names.of(code)}`,
    })),
    timeZones: [...zones].sort(),
  }
}

/** The currency of the region a browser is set to; euro where unknown. */
export function guessCurrency(language: string): string {
  const region = new Intl.Locale(language).maximize().region ?? ''
  return currencyOf[region] ?? 'EUR'
}

const currencyOf: Record<string, string> = {
  AU: 'AUD',
  BR: 'BRL',
  CA: 'CAD',
  CH: 'CHF',
  CN: 'CNY',
  CZ: 'CZK',
  DK: 'DKK',
  GB: 'GBP',
  HK: 'HKD',
  IN: 'INR',
  JP: 'JPY',
  KR: 'KRW',
  MX: 'MXN',
  NO: 'NOK',
  NZ: 'NZD',
  PL: 'PLN',
  SE: 'SEK',
  SG: 'SGD',
  TR: 'TRY',
  TW: 'TWD',
  US: 'USD',
  ZA: 'ZAR',
}
