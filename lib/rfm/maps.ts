import { brazeRules, chinaRules, type MapRule, matchesRule, tenRules } from './map-rules'
import { listCells, type RfmMap } from './rfm-map'

/** The first matching rule of every cell; throws when a cell has none. */
function expandRules(shape: Omit<RfmMap, 'segments' | 'cells'>, rules: readonly MapRule[]): RfmMap {
  const keys = [...new Set(rules.map(({ segment }) => segment))]
  const cells = listCells(shape).map((cell) => {
    const rule = rules.find((one) => matchesRule(one, cell))
    if (!rule) throw new Error(`The map ${shape.id} has no segment for ${JSON.stringify(cell)}`)
    return keys.indexOf(rule.segment)
  })
  return { ...shape, segments: keys.map((key) => ({ key, name: null })), cells }
}

export const shippedMaps = ['ten', 'braze', 'china'] as const
export type ShippedMap = (typeof shippedMaps)[number]

/** The maps of the published rules, best segments first; sources in map-rules.ts. */
export const rfmMaps: Readonly<Record<ShippedMap, RfmMap>> = {
  ten: expandRules({ id: 'ten', bins: 5, axes: 'rf', scoring: 'quantiles' }, tenRules),
  braze: expandRules({ id: 'braze', bins: 4, axes: 'rfm', scoring: 'quantiles' }, brazeRules),
  china: expandRules({ id: 'china', bins: 2, axes: 'rfm', scoring: 'mean' }, chinaRules),
}
