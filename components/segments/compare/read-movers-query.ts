import type { FlowKey } from '@/lib/segments/compare-schema'

type Given = Record<string, string | string[] | undefined>
export type MoversQuery = { a: string; b: string; flow: FlowKey; page: number }

const one = (value: Given[string]) => (Array.isArray(value) ? value[0] : value)

/** A whole number from 0 that is written plainly; null when absent, undefined when it is something else. */
function readPosition(text: string | undefined): number | null | undefined {
  if (text === undefined || text === '') return null
  return /^\d{1,4}$/.test(text) ? Number(text) : undefined
}

/** What the address of a list of moved customers asks for; null when it names no flow. */
export function readMoversQuery(given: Given): MoversQuery | null {
  const [a, b] = [one(given.a), one(given.b)]
  const [from, to] = [readPosition(one(given.from)), readPosition(one(given.to))]
  if (!a || !b || from === undefined || to === undefined || (from === null && to === null)) return null
  const page = one(given.page) ?? ''
  return { a, b, flow: { from, to }, page: /^[1-9]\d{0,6}$/.test(page) ? Number(page) : 1 }
}
