/**
 * A kind of customer with a name. Targets are z values, standard deviations from the mean customer on the prepared
 * features; a feature of the run without a target counts as 0.
 */
export interface Archetype {
  name: string
  /** features the name makes a claim about: all must be in the run, and the claim must hold */
  needs: readonly string[]
  target: Readonly<Record<string, number>>
  /** weight of recency, frequency and monetary, default 1: less where the name is about something else */
  coreWeight?: number
  /** recency, frequency and monetary must be no further from 0 than this */
  coreWithin?: number
}

/** recency = days since the last purchase: high is long ago */
export const coreFeatures = ['recency', 'frequency', 'monetary'] as const

/** Features that can give a segment its name, with their weight beside 1 for the core ones; others only make traits. */
export const sideWeights: Readonly<Record<string, number>> = {
  average_order_value: 0.3,
  discount_share: 0.3,
  distinct_categories: 0.15,
  items_per_purchase: 0.3,
  return_share: 0.3,
  tenure: 0.3,
  weekend_share: 0.3,
}

const rfm = (recency: number, frequency: number, monetary: number, others: Record<string, number> = {}) => ({
  recency,
  frequency,
  monetary,
  ...others,
})

export const archetypes: readonly Archetype[] = [
  {
    name: 'champions',
    needs: ['recency', 'frequency', 'monetary'],
    target: rfm(-0.9, 1.3, 1.3, { distinct_categories: 0.9 }),
  },
  {
    name: 'loyal',
    needs: ['frequency'],
    target: rfm(-0.5, 0.8, 0.7, { distinct_categories: 0.6, tenure: 0.3 }),
  },
  {
    name: 'bigSpenders',
    needs: ['monetary'],
    target: rfm(-0.2, 0.1, 1.1, { average_order_value: 1.2 }),
  },
  {
    name: 'smallBaskets',
    needs: ['frequency', 'average_order_value'],
    target: rfm(-0.4, 0.8, 0.1, { average_order_value: -1 }),
  },
  {
    name: 'newCustomers',
    needs: ['recency', 'frequency'],
    target: rfm(-0.9, -0.9, -0.8, { distinct_categories: -0.6, tenure: -1.1 }),
  },
  { name: 'promising', needs: ['recency'], target: rfm(-0.7, -0.2, -0.2, { tenure: -0.3 }) },
  { name: 'needAttention', needs: ['recency'], target: rfm(0.7, 0.2, 0.3) },
  {
    name: 'atRisk',
    needs: ['recency', 'frequency'],
    target: rfm(1, 0.6, 0.5, { tenure: 0.4 }),
  },
  {
    name: 'cantLose',
    needs: ['recency', 'monetary'],
    target: rfm(1, 1, 1.2, { distinct_categories: 0.6, tenure: 0.5 }),
  },
  { name: 'hibernating', needs: ['recency', 'frequency'], target: rfm(0.9, -0.6, -0.4) },
  {
    name: 'lostCheap',
    needs: ['recency', 'monetary'],
    target: rfm(1.3, -0.9, -1.2, { average_order_value: -0.7, distinct_categories: -0.6 }),
  },
  {
    name: 'occasional',
    needs: ['frequency'],
    target: rfm(0.1, -0.5, -0.3, { distinct_categories: -0.3 }),
  },
  {
    name: 'smallSpenders',
    needs: ['monetary'],
    target: rfm(0.1, -0.9, -1.5, { average_order_value: -0.8, distinct_categories: -0.6 }),
  },
  {
    name: 'bargainHunters',
    needs: ['discount_share'],
    target: rfm(-0.2, 0.2, 0.1, { discount_share: 1.3 }),
    coreWeight: 0.3,
  },
  {
    name: 'stockUpShoppers',
    needs: ['items_per_purchase'],
    target: rfm(0, 0, 0.3, { average_order_value: 0.6, items_per_purchase: 1.3 }),
    coreWeight: 0.3,
  },
  {
    name: 'explorers',
    needs: ['distinct_categories'],
    target: rfm(-0.2, 0.2, 0.2, { distinct_categories: 1.2 }),
    coreWeight: 0.3,
  },
  {
    name: 'weekendShoppers',
    needs: ['weekend_share'],
    target: rfm(0, 0, 0, { weekend_share: 1.3 }),
    coreWeight: 0.3,
  },
  {
    name: 'frequentReturners',
    needs: ['return_share'],
    target: rfm(0, 0, 0, { return_share: 1.3 }),
    coreWeight: 0.3,
  },
  { name: 'average', needs: [], target: rfm(0, 0, 0), coreWithin: 0.6 },
]
