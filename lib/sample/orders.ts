import { sampleSizes } from './brand'
import { dayAtQuantile, formatSecond, monthOfDay, saleRate, windowDays } from './calendar'
import type { Product } from './catalogue'
import { createChooser } from './chooser'
import { createDraw, type Draw, roundMoney } from './draw'
import { channels, type Person } from './people'
import type { OrderRow } from './rows'

/** An order line before it has its number, with the time in seconds since the first day's midnight. */
export interface Line {
  second: number
  person: Person | undefined
  product: number
  row: OrderRow
}

interface Basket {
  second: number
  lines: Line[]
}

const daySeconds = 86_400
const windowSeconds = windowDays * daySeconds
const priceRiseDay = 426

/** All order lines in order of time; returns stand at the time they came back, under their order's id. */
export function createOrders(people: readonly Person[], catalogue: readonly Product[], seed: number): Line[] {
  const draw = createDraw(seed, 4)
  const baskets: Basket[] = []
  for (const person of people) baskets.push(...fillBaskets(person, catalogue, draw))
  baskets.push(...fillGuestBaskets(people, catalogue, createDraw(seed, 5)))
  baskets.sort((a, b) => a.second - b.second)
  baskets.forEach((basket, index) => {
    for (const line of basket.lines) line.row.order_id = `O${String(index + 1).padStart(7, '0')}`
  })
  const lines = baskets.flatMap((basket) => basket.lines)
  lines.push(...createReturns(lines, baskets, catalogue, createDraw(seed, 6)))
  return lines.sort(
    (a, b) => a.second - b.second || compareText(a.row.order_id, b.row.order_id) || a.row.line - b.row.line,
  )
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function fillBaskets(person: Person, catalogue: readonly Product[], draw: Draw): Basket[] {
  const choose = createChooser(person, catalogue)
  return person.orderDays.map((day, index) => {
    const products = choose(day, drawLineCount(person, draw), draw)
    return createBasket(person, day, products, index === 0, catalogue, draw)
  })
}

/** Guests buy like a one-time customer, but leave no name. */
function fillGuestBaskets(people: readonly Person[], catalogue: readonly Product[], draw: Draw): Basket[] {
  const alike = people.filter((person) => person.behaviour.id === 'oneTime')
  return Array.from({ length: sampleSizes.guestOrders }, () => {
    const person = draw.pick(alike)
    const day = dayAtQuantile('regular', 0, windowDays - 1, draw.unit())
    const products = createChooser(person, catalogue)(day, drawLineCount(person, draw) + 1, draw)
    const basket = createBasket(person, day, products, false, catalogue, draw)
    for (const line of basket.lines) {
      line.person = undefined
      line.row.customer_id = ''
    }
    return basket
  })
}

function drawLineCount(person: Person, draw: Draw): number {
  const goOn = person.behaviour.extraLines / (1 + person.behaviour.extraLines)
  let count = 1
  while (count < 9 && draw.chance(goOn)) count++
  return count
}

function createBasket(
  person: Person,
  day: number,
  products: readonly number[],
  first: boolean,
  catalogue: readonly Product[],
  draw: Draw,
): Basket {
  const channel = channels[draw.weighted(person.channels)]!
  const second = day * daySeconds + drawSecondOfDay(channel, draw)
  const rate = drawOrderRate(person, day, first, draw)
  const lines = products.map((product, index): Line => {
    const { row, shelf } = catalogue[product]!
    const quantity = drawQuantity(person.behaviour.moreUnits * (shelf.consumable ? 1.6 : 0.7), draw)
    const unitPrice = day < priceRiseDay ? roundMoney(row.price * 0.95) : row.price
    return {
      second,
      person,
      product,
      row: {
        order_id: '',
        line: index + 1,
        order_date: formatSecond(second),
        customer_id: person.row.customer_id,
        product_id: row.product_id,
        quantity,
        unit_price: unitPrice,
        discount: roundMoney(quantity * unitPrice * rate),
        channel,
        status: statusAt(second),
      },
    }
  })
  return { second, lines }
}

/** One rate for the whole order: the sale of the day, else a welcome or a loyalty code. */
function drawOrderRate(person: Person, day: number, first: boolean, draw: Draw): number {
  const sale = saleRate(day)
  if (sale > 0 && draw.chance(person.behaviour.saleUse)) return sale
  if (first) return draw.chance(0.25) ? 0.1 : 0
  return draw.chance(person.behaviour.id === 'loyal' ? 0.12 : 0.04) ? 0.05 : 0
}

function drawQuantity(more: number, draw: Draw): number {
  let quantity = 1
  while (quantity < 6 && draw.chance(more)) quantity++
  return quantity
}

const onlineHours = [
  1, 0.5, 0.3, 0.2, 0.2, 0.4, 1, 2, 3, 3, 3.5, 3.5, 4, 4, 3.5, 3, 3, 3.5, 4.5, 6, 7, 7, 5, 2.5,
]

function drawSecondOfDay(channel: OrderRow['channel'], draw: Draw): number {
  const hour = channel === 'store' ? draw.whole(9, 18) : draw.weighted(onlineHours)
  return hour * 3600 + draw.whole(0, 3599)
}

function statusAt(second: number): OrderRow['status'] {
  const age = windowSeconds - second
  if (age < 1.5 * daySeconds) return 'processing'
  return age < 4 * daySeconds ? 'shipped' : 'completed'
}

/** About 3 % of the lines come back, wholly or in part, 4 to 28 days later. */
function createReturns(
  lines: readonly Line[],
  baskets: readonly Basket[],
  catalogue: readonly Product[],
  draw: Draw,
): Line[] {
  const nextLine = new Map(baskets.map(({ lines: [head, ...rest] }) => [head?.row.order_id, rest.length + 2]))
  const returns: Line[] = []
  for (const line of lines) {
    if (!draw.chance(returnRate(line, catalogue))) continue
    const second = line.second + Math.round(draw.between(4, 28) * daySeconds)
    if (second >= windowSeconds) continue
    const number = nextLine.get(line.row.order_id)!
    nextLine.set(line.row.order_id, number + 1)
    returns.push(createReturn(line, second, number, draw))
  }
  return returns
}

function returnRate({ person, product, second }: Line, catalogue: readonly Product[]): number {
  const { shelf, quality } = catalogue[product]!
  const month = monthOfDay(Math.floor(second / daySeconds))
  const afterChristmas = month === 12 ? 1.5 : 1
  const eager = person?.behaviour.id === 'bargain' ? 1.9 : 1
  return (shelf.consumable ? 0.011 : 0.037) * afterChristmas * eager * (1 + 0.6 * (4.3 - quality))
}

function createReturn(line: Line, second: number, number: number, draw: Draw): Line {
  const { row } = line
  const back = draw.whole(1, row.quantity)
  return {
    ...line,
    second,
    row: {
      ...row,
      line: number,
      order_date: formatSecond(second),
      quantity: -back,
      discount: row.discount === 0 ? 0 : -roundMoney((row.discount * back) / row.quantity),
      status: 'returned',
    },
  }
}
