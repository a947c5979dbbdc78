/** A header as headers are compared: lower case, letters and digits only, Latin letters without their accents. */
export function normaliseHeader(header: string): string {
  return header
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** Words separated by blanks, as a list. */
export const words = (text: string): string[] => text.trim().split(/\s+/)

/** One way to read a header; the more had to be left out, the higher its cost. */
export type HeaderForm = { text: string; cost: number }

const brackets = /^(.*?)[([{<（［【〔](.*?)[)\]}>）］】〕](.*)$/su
const pathMarks = /[./:>|\\]+/
/** Words at the end that only say in what a value is written. */
const units = new Set(
  words('utc gmt local eur euro euros usd gbp chf cny rmb jpy inr cad aud sek nok dkk pln brl mxn incl tax'),
)

function splitWords(header: string): string[] {
  return header
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .map(normaliseHeader)
    .filter((word) => word !== '')
}

/** The words without those before and after them that tell nothing new, at least one word being left. */
function strip(all: readonly string[], prefixes: ReadonlySet<string>): { text: string; dropped: number } {
  let start = 0
  let end = all.length
  while (end - start > 1 && (units.has(all[end - 1] ?? '') || /^[0-9]$/.test(all[end - 1] ?? ''))) end--
  while (end - start > 1 && prefixes.has(all[start] ?? '')) start++
  return { text: all.slice(start, end).join(''), dropped: all.length - (end - start) }
}

/**
 * The ways to read a header, the best first: as it is, without what stands in brackets, the end of a path
 * (customer.email), without words in front that `prefixes` holds (billing_city) and units at the end (Total EUR).
 */
export function headerForms(header: string, prefixes: ReadonlySet<string>): HeaderForm[] {
  const costs = new Map<string, number>()
  const add = (text: string, cost: number) => {
    if (text !== '' && cost < (costs.get(text) ?? Number.POSITIVE_INFINITY)) costs.set(text, cost)
  }
  const addStripped = (text: string, cost: number) => {
    add(normaliseHeader(text), cost)
    const { text: stripped, dropped } = strip(splitWords(text), prefixes)
    if (dropped > 0) add(stripped, cost + 1)
  }
  addStripped(header, 0)
  const [, before = '', inside = '', after = ''] = brackets.exec(header) ?? []
  addStripped(before + after, 1)
  for (const text of inside ? [header, inside] : [header]) {
    const path = text.split(pathMarks).filter((part) => part.trim() !== '')
    if (text === inside) addStripped(text, 2)
    if (path.length < 2) continue
    addStripped(path.slice(-2).join(' '), 2)
    addStripped(path.at(-1) ?? '', 2)
  }
  return [...costs].map(([text, cost]) => ({ text, cost })).sort((a, b) => a.cost - b.cost)
}
