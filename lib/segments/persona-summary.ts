import type { Phrase } from './insights-schema'
import { isActive, isLapsed, type PersonaContext, timesAll } from './persona-context'

/** From this far above or below everybody's figure on, a difference is worth a sentence. */
const more = 1.15
const less = 0.87
const oneTime = 0.6
const fewDiscounts = 0.6
const manyDiscounts = 1.4
const manyReturns = { times: 1.5, share: 0.05 }

function tellWho({ size, own }: PersonaContext): Phrase[] {
  const place = own.topCity ?? own.topCountry
  const where = place ? { place: place.value, placeShare: place.share } : null
  const age = own.medianAge === null ? null : { age: Math.floor(own.medianAge) }
  const person: Phrase[] =
    age && where
      ? [{ key: 'ageAndPlace', params: { ...age, ...where } }]
      : age
        ? [{ key: 'age', params: age }]
        : where
          ? [{ key: 'place', params: where }]
          : []
  return [{ key: 'size', params: { count: size, customerShare: own.customerShare } }, ...person]
}

function tellWorth({ own, all }: PersonaContext): Phrase {
  const valueFactor = timesAll(own.revenuePerCustomer, all.revenuePerCustomer)
  const figures = { revenueMoney: own.revenuePerCustomer, revenueShare: own.revenueShare }
  if (own.customerShare === 1 || (valueFactor < more && valueFactor > less))
    return { key: 'worthAverage', params: figures }
  if (valueFactor >= more) return { key: 'worthMore', params: { ...figures, valueFactor } }
  return { key: 'worthLess', params: { ...figures, averageMoney: all.revenuePerCustomer } }
}

function tellRhythm(context: PersonaContext): Phrase[] {
  const { own } = context
  const rhythm: Phrase =
    own.onceShare >= oneTime
      ? { key: 'oneTime', params: { onceShare: own.onceShare } }
      : own.gap === null
        ? {
            key: 'purchases',
            params: { purchasesMean: own.purchasesPerCustomer, orderMoney: own.orderValue },
          }
        : {
            key: 'purchasesAndGap',
            params: { purchasesMean: own.purchasesPerCustomer, gapDays: own.gap, orderMoney: own.orderValue },
          }
  const last = isLapsed(context) ? 'lapsed' : isActive(context) ? 'active' : null
  return [rhythm, ...(last ? [{ key: last, params: { recencyDays: own.recency } }] : [])]
}

function tellHabits({ own, all, liked, favourites, channel }: PersonaContext): Phrase[] {
  const phrases: Phrase[] = []
  const [favourite] = favourites
  if (liked[0])
    phrases.push({ key: 'liked', params: { category: liked[0].label, likedFactor: liked[0].lift } })
  else if (favourite)
    phrases.push({
      key: 'favourite',
      params: { category: favourite.category, categoryShare: favourite.share },
    })
  if (own.discountShare !== null && all.discountShare !== null && all.discountShare > 0) {
    const times = own.discountShare / all.discountShare
    const shares = { discountShare: own.discountShare, averageShare: all.discountShare }
    if (times <= fewDiscounts) phrases.push({ key: 'fullPrice', params: shares })
    if (times >= manyDiscounts) phrases.push({ key: 'discounts', params: shares })
  }
  const returns = timesAll(own.returnShare, all.returnShare)
  if (returns >= manyReturns.times && own.returnShare >= manyReturns.share)
    phrases.push({
      key: 'returns',
      params: { returnShare: own.returnShare, averageShare: all.returnShare },
    })
  if (channel && channel.share >= more * channel.overall)
    phrases.push({
      key: 'channel',
      params: {
        channel: channel.channel,
        channelShare: channel.share,
        averageShare: channel.overall,
      },
    })
  return phrases
}

/** The keys under `personas.summary`. */
export const summaryKeys = [
  'active',
  'age',
  'ageAndPlace',
  'channel',
  'discounts',
  'favourite',
  'fullPrice',
  'lapsed',
  'liked',
  'oneTime',
  'place',
  'purchases',
  'purchasesAndGap',
  'returns',
  'size',
  'worthAverage',
  'worthLess',
  'worthMore',
] as const

/** Who they are, what they are worth, how they buy: the sentences a persona card starts with, in that order. */
export function summarisePersona(context: PersonaContext): Phrase[] {
  return [...tellWho(context), tellWorth(context), ...tellRhythm(context), ...tellHabits(context)]
}
