import type { FlowKey } from '@/lib/segments/compare-schema'

export function comparePath(a: string, b: string): string {
  return `/segments/compare?${new URLSearchParams({ a, b })}`
}

/** The same two, the one of the earlier day first. */
export function movementPath(a: string, b: string): string {
  return `${comparePath(a, b)}&order=days`
}

/** The list of a flow's customers; a side that is no segment is left out. */
export function moversPath(a: string, b: string, { from, to }: FlowKey): string {
  const query = new URLSearchParams({ a, b })
  if (from !== null) query.set('from', String(from))
  if (to !== null) query.set('to', String(to))
  return `/segments/compare/people?${query}`
}
