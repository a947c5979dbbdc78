import type { Lift, PersonaFigures } from './insights-schema'

/** What the words on a segment are chosen from. */
export type PersonaContext = {
  /** customers */
  size: number
  own: PersonaFigures
  all: PersonaFigures
  /** features that set it apart, with z */
  traits: readonly { feature: string; z: number }[]
  /** what it spends most on, largest share first */
  favourites: readonly { category: string; share: number }[]
  /** categories it surely likes more than everybody, highest lift first */
  liked: readonly Lift[]
  /** product it surely likes more than everybody */
  product: Lift | null
  /** category it surely buys less often than everybody, though many others buy it */
  untried: { label: string; share: number; baseline: number } | null
  /** where it buys most, with the share of everybody's purchases there */
  channel: { channel: string; share: number; overall: number } | null
}

/** Figure of the segment ÷ figure of everybody; 1 when everybody's is 0. */
export const timesAll = (own: number, all: number) => (all > 0 ? own / all : 1)

/** The last purchase of most is long ago, by everybody's measure and by their own rhythm. */
export function isLapsed({ own, all }: Pick<PersonaContext, 'own' | 'all'>): boolean {
  const rhythm = own.gap ?? all.gap ?? all.recency
  return own.recency >= 1.5 * all.recency && own.recency >= 2 * rhythm && own.recency > 0
}

export const isActive = ({ own, all }: Pick<PersonaContext, 'own' | 'all'>) => own.recency <= all.recency

/** At most two leading digits: 37.46 → 37, 1,234 → 1,200. */
export function roundMoney(amount: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, Math.abs(amount)))) - 1)
  return Math.round(amount / step) * step
}
