import { type Calendar, windowDays } from './calendar'
import type { Draw } from './draw'

/** How a kind of customer buys. Days count from the first day of the window. */
export interface Behaviour {
  id: 'loyal' | 'bigSpender' | 'bargain' | 'gift' | 'lapsed' | 'new' | 'oneTime' | 'silent'
  share: number
  calendar: Calendar
  /** Fewest and most orders. */
  orders: readonly [number, number]
  /** Mean lines per order beyond the first. */
  extraLines: number
  /** Chance of each further unit on a line. */
  moreUnits: number
  /** Exponent on price when choosing: above 0 prefers the dear, below 0 the cheap. */
  priceTaste: number
  /** Chance that a line bought during a sale carries its discount. */
  saleUse: number
  /** First and last day of possible orders. */
  drawSpan(draw: Draw): [number, number]
  /** Days between sign-up and the first possible order. */
  drawLead(draw: Draw): number
}

const lastDay = windowDays - 1
const soon = (draw: Draw) => (draw.chance(0.6) ? 0 : draw.whole(1, 40))

export const behaviours: readonly Behaviour[] = [
  {
    id: 'loyal',
    share: 0.13,
    calendar: 'regular',
    orders: [8, 18],
    extraLines: 1.1,
    moreUnits: 0.16,
    priceTaste: 0,
    saleUse: 0.45,
    drawSpan: (draw) => [draw.chance(0.6) ? 0 : draw.whole(0, 240), lastDay],
    drawLead: (draw) => (draw.chance(0.55) ? draw.whole(30, 1100) : soon(draw)),
  },
  {
    id: 'bigSpender',
    share: 0.05,
    calendar: 'regular',
    orders: [5, 12],
    extraLines: 2.1,
    moreUnits: 0.3,
    priceTaste: 0.75,
    saleUse: 0.25,
    drawSpan: (draw) => [draw.whole(0, 300), lastDay],
    drawLead: (draw) => (draw.chance(0.4) ? draw.whole(30, 800) : soon(draw)),
  },
  {
    id: 'bargain',
    share: 0.13,
    calendar: 'sale',
    orders: [3, 9],
    extraLines: 1.4,
    moreUnits: 0.2,
    priceTaste: -0.25,
    saleUse: 0.94,
    drawSpan: (draw) => [draw.whole(0, 330), lastDay],
    drawLead: soon,
  },
  {
    id: 'gift',
    share: 0.12,
    calendar: 'gift',
    orders: [2, 5],
    extraLines: 2,
    moreUnits: 0.3,
    priceTaste: 0.1,
    saleUse: 0.3,
    drawSpan: (draw) => [draw.whole(0, 380), lastDay],
    drawLead: soon,
  },
  {
    id: 'lapsed',
    share: 0.14,
    calendar: 'regular',
    orders: [3, 8],
    extraLines: 1,
    moreUnits: 0.14,
    priceTaste: 0,
    saleUse: 0.4,
    drawSpan: (draw) => {
      const first = draw.whole(0, 270)
      return [first, first + draw.whole(110, 200)]
    },
    drawLead: (draw) => (draw.chance(0.35) ? draw.whole(30, 700) : soon(draw)),
  },
  {
    id: 'new',
    share: 0.11,
    calendar: 'regular',
    orders: [1, 3],
    extraLines: 1.1,
    moreUnits: 0.14,
    priceTaste: 0,
    saleUse: 0.4,
    drawSpan: (draw) => [lastDay - draw.whole(0, 90), lastDay],
    drawLead: (draw) => (draw.chance(0.8) ? 0 : draw.whole(1, 12)),
  },
  {
    id: 'oneTime',
    share: 0.29,
    calendar: 'regular',
    orders: [1, 1],
    extraLines: 0.6,
    moreUnits: 0.12,
    priceTaste: -0.1,
    saleUse: 0.5,
    drawSpan: () => [0, lastDay - 45],
    drawLead: soon,
  },
  {
    id: 'silent',
    share: 0.03,
    calendar: 'regular',
    orders: [0, 0],
    extraLines: 0,
    moreUnits: 0,
    priceTaste: 0,
    saleUse: 0,
    drawSpan: (draw) => {
      const day = draw.whole(0, lastDay)
      return [day, day]
    },
    drawLead: () => 0,
  },
]

/** One behaviour per customer, in the exact shares, in random order. */
export function assignBehaviours(count: number, draw: Draw): Behaviour[] {
  const assigned: Behaviour[] = []
  let share = 0
  for (const behaviour of behaviours) {
    share += behaviour.share
    while (assigned.length < Math.round(share * count)) assigned.push(behaviour)
  }
  while (assigned.length < count) assigned.push(behaviours[0]!)
  return draw.shuffle(assigned)
}
