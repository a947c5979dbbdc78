import type { Formats } from '@/lib/shared/formatting'
import type { Reading } from './reading'

/** How much of the differences between customers a map of two axes keeps (`explained`: share per axis). */
export function readMap(formats: Formats, explained: readonly number[]): Reading {
  const kept = explained.slice(0, 2).reduce((total, share) => total + share, 0)
  const key = kept >= 0.7 ? 'map.most' : kept >= 0.5 ? 'map.half' : 'map.part'
  return { key, values: { share: formats.percent(kept) } }
}

export type AxisFeature = { name: string; weight: number }

/** What an axis stands for: the features that grow along it and those that shrink. */
export function describeAxis(formats: Formats, features: readonly AxisFeature[]): Reading {
  const strongest = Math.max(0, ...features.map((feature) => Math.abs(feature.weight)))
  const telling = features.filter((feature) => Math.abs(feature.weight) >= strongest / 2).slice(0, 3)
  const up = telling.filter((feature) => feature.weight > 0).map((feature) => feature.name)
  const down = telling.filter((feature) => feature.weight < 0).map((feature) => feature.name)
  if (up.length && down.length)
    return { key: 'map.axis.both', values: { up: formats.list(up), down: formats.list(down) } }
  if (down.length) return { key: 'map.axis.down', values: { down: formats.list(down) } }
  if (up.length) return { key: 'map.axis.up', values: { up: formats.list(up) } }
  return { key: 'map.axis.none', values: {} }
}
