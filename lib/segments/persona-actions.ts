import type { Phrase } from './insights-schema'
import { isActive, isLapsed, type PersonaContext, roundMoney, timesAll } from './persona-context'

/** Of each kind one action at most, so that three actions are three different things to do. */
type Kind =
  | 'return'
  | 'relationship'
  | 'growth'
  | 'price'
  | 'rhythm'
  | 'basket'
  | 'service'
  | 'reach'
  | 'learn'

type Rule = {
  key: string
  kind: Kind
  /** how well the action fits: 0 = not at all, 1 = it does no harm, 3 and more = it is what the segment is about */
  fit: (context: PersonaContext) => number
  params?: (context: PersonaContext) => Phrase['params']
}

const actionsShown = 3
const when = (holds: boolean, fit: number) => (holds ? fit : 0)
const value = ({ own, all }: PersonaContext) => timesAll(own.revenuePerCustomer, all.revenuePerCustomer)
const often = ({ own, all }: PersonaContext) => timesAll(own.purchasesPerCustomer, all.purchasesPerCustomer)
const basket = ({ own, all }: PersonaContext) => timesAll(own.orderValue, all.orderValue)
const returning = ({ own, all }: PersonaContext) => timesAll(own.returnShare, all.returnShare)
const hasTrait = ({ traits }: PersonaContext, id: string) =>
  traits.some(({ feature, z }) => feature === id && z > 0)
/** The share of everybody's discounts below which discounts are no matter to this brand. */
const discountsMatter = 0.005

const discounting = ({ own, all }: PersonaContext) =>
  own.discountShare !== null && all.discountShare !== null && all.discountShare > discountsMatter
    ? { share: own.discountShare, times: own.discountShare / all.discountShare }
    : null

/** The category to speak of: what they like more than others, else what they spend most on. */
const category = ({ liked, favourites }: PersonaContext) => {
  const name = liked[0]?.label ?? favourites[0]?.category
  return name === undefined ? { known: 'no', category: '' } : { known: 'yes', category: name }
}

/** `when` the figures speak for an action, it gets its fit; see personas.json for what each says. */
const rules: readonly Rule[] = [
  {
    key: 'writePersonally',
    kind: 'return',
    fit: (c) => when(isLapsed(c) && value(c) >= 1.5, 4),
    params: ({ size, own }) => ({ count: size, revenueMoney: roundMoney(own.revenuePerCustomer) }),
  },
  {
    key: 'winBack',
    kind: 'return',
    fit: (c) => when(isLapsed(c) && value(c) >= 0.5, 3.4),
    params: (c) => ({ ...category(c), recencyDays: c.own.recency }),
  },
  {
    key: 'letGo',
    kind: 'return',
    fit: (c) => when(isLapsed(c) && value(c) < 0.5, 3.2),
    params: ({ own }) => ({ recencyDays: own.recency, revenueShare: own.revenueShare }),
  },
  {
    key: 'secondPurchase',
    kind: 'return',
    fit: (c) => when(!isLapsed(c) && c.own.onceShare >= 0.5 && c.all.gap !== null, 2 + c.own.onceShare),
    params: ({ own, all }) => ({ onceShare: own.onceShare, withinDays: Math.round(all.gap ?? 0) }),
  },
  {
    key: 'welcome',
    kind: 'relationship',
    fit: (c) => when(c.own.onceShare >= 0.4 && c.own.recency <= 0.5 * c.all.recency, 2.7),
    params: (c) => ({
      known: c.product ? 'yes' : 'no',
      product: c.product?.label ?? '',
      onceShare: c.own.onceShare,
    }),
  },
  {
    key: 'loyaltyPreview',
    kind: 'relationship',
    fit: (c) => when(isActive(c) && often(c) >= 1.3, Math.min(3.6, 1.6 + often(c))),
    params: category,
  },
  {
    key: 'referral',
    kind: 'relationship',
    fit: (c) => when(isActive(c) && value(c) >= 1.3 && returning(c) <= 1.2, 2.8),
    params: (c) => ({ valueFactor: value(c) }),
  },
  { key: 'askForReview', kind: 'relationship', fit: (c) => when(isActive(c), 1.4) },
  {
    key: 'bundle',
    kind: 'growth',
    fit: ({ liked }) => when(liked.length >= 2, 1.5 + Math.min(3, liked[0]?.lift ?? 0) / 3),
    params: ({ liked }) => ({
      first: liked[0]?.label ?? '',
      second: liked[1]?.label ?? '',
      firstFactor: liked[0]?.lift ?? 1,
    }),
  },
  {
    key: 'crossSell',
    kind: 'growth',
    fit: (c) => when(c.untried !== null && !isLapsed(c), 2.1),
    params: ({ untried }) => ({
      category: untried?.label ?? '',
      ownShare: untried?.share ?? 0,
      averageShare: untried?.baseline ?? 0,
    }),
  },
  {
    key: 'lookalike',
    kind: 'growth',
    fit: (c) => when(value(c) >= 1.5 && c.size >= 100, 1.9),
    params: (c) => ({ count: c.size, valueFactor: value(c) }),
  },
  {
    key: 'showFavourites',
    kind: 'growth',
    fit: ({ favourites }) => when(favourites.length > 0, 1.1),
    params: ({ favourites }) => ({
      category: favourites[0]?.category ?? '',
      categoryShare: favourites[0]?.share ?? 0,
    }),
  },
  {
    key: 'stopDiscounting',
    kind: 'price',
    fit: (c) => when(!isLapsed(c) && (discounting(c)?.times ?? 1) <= 0.6 && value(c) >= 0.9, 2.4),
    params: ({ own, all }) => ({
      discountShare: own.discountShare ?? 0,
      averageShare: all.discountShare ?? 0,
    }),
  },
  {
    key: 'tieDiscounts',
    kind: 'price',
    fit: (c) => when((discounting(c)?.times ?? 1) >= 1.4 && (discounting(c)?.share ?? 0) >= 0.03, 2.9),
    params: ({ own, all }) => ({
      discountShare: own.discountShare ?? 0,
      averageShare: all.discountShare ?? 0,
      thresholdMoney: roundMoney(1.2 * own.orderValue),
    }),
  },
  {
    key: 'replenish',
    kind: 'rhythm',
    fit: (c) => when(c.own.gap !== null && c.own.gap >= 2 && !isLapsed(c) && c.own.onceShare < 0.3, 2.2),
    params: ({ own }) => ({ gapDays: own.gap ?? 0 }),
  },
  {
    key: 'raiseBasket',
    kind: 'basket',
    fit: (c) => when(basket(c) <= 0.8 && often(c) >= 0.8 && !isLapsed(c), 2.3),
    params: ({ own }) => ({
      orderMoney: roundMoney(own.orderValue),
      thresholdMoney: roundMoney(1.3 * own.orderValue),
    }),
  },
  {
    key: 'premium',
    kind: 'basket',
    fit: (c) => when(basket(c) >= 1.4, 2.5),
    params: (c) => ({ orderMoney: roundMoney(c.own.orderValue), basketFactor: basket(c) }),
  },
  { key: 'multiBuy', kind: 'basket', fit: (c) => when(hasTrait(c, 'items_per_purchase'), 2.3) },
  {
    key: 'reduceReturns',
    kind: 'service',
    fit: (c) => when(returning(c) >= 1.5 && c.own.returnShare >= 0.05, 3),
    params: ({ own, all }) => ({ returnShare: own.returnShare, averageShare: all.returnShare }),
  },
  {
    key: 'askConsent',
    kind: 'reach',
    fit: ({ own }) => when(own.consentShare !== null && own.consentShare < 0.5, 2),
    params: ({ own }) => ({ consentShare: own.consentShare ?? 0 }),
  },
  {
    key: 'channelFocus',
    kind: 'reach',
    fit: ({ channel }) => when(channel !== null && channel.share >= 1.25 * channel.overall, 2.2),
    params: ({ channel }) => ({
      channel: channel?.channel ?? '',
      channelShare: channel?.share ?? 0,
      averageShare: channel?.overall ?? 0,
    }),
  },
  {
    key: 'localCampaign',
    kind: 'reach',
    // no city has a larger share of everybody than the top one
    fit: ({ own, all }) =>
      when(own.topCity !== null && own.topCity.share >= Math.max(0.2, 1.5 * (all.topCity?.share ?? 1)), 2.3),
    params: ({ own }) => ({ city: own.topCity?.value ?? '', cityShare: own.topCity?.share ?? 0 }),
  },
  {
    key: 'timing',
    kind: 'reach',
    fit: ({ own, all }) =>
      own.weekday === null || own.hour === null
        ? 0
        : own.weekday === all.weekday && own.hour === all.hour
          ? 0.9
          : 1.3,
    params: ({ own }) => ({ weekday: own.weekday ?? 1, hour: own.hour ?? 0 }),
  },
  { key: 'testOffers', kind: 'learn', fit: () => 0.6 },
  { key: 'askThem', kind: 'service', fit: () => 0.5, params: ({ size }) => ({ count: size }) },
  { key: 'checkIn', kind: 'rhythm', fit: () => 0.4, params: ({ own }) => ({ recencyDays: own.recency }) },
]

/** The keys under `personas.actions`. */
export const actionKeys = rules.map(({ key }) => key)

/** Three different things to do for a segment, most fitting first. */
export function choosePersonaActions(context: PersonaContext): Phrase[] {
  const fitting = rules
    .map((rule) => ({ rule, fit: rule.fit(context) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit)
  const kinds = new Set<Kind>()
  const chosen = fitting.filter(({ rule: { kind } }) => !kinds.has(kind) && kinds.add(kind))
  return chosen
    .slice(0, actionsShown)
    .map(({ rule: { key, params } }) => ({ key, params: params?.(context) ?? {} }))
}
