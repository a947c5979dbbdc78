import { z } from 'zod'
import { rfmMaps } from './maps'
import { mostSegments, type RfmMap } from './rfm-map'
import { segmentKeys } from './segment-keys'

/** The shipped maps keep their cells and the keys of their segments; only names may differ. */
function isTrueToName(map: RfmMap): boolean {
  if (map.id === 'custom') return true
  const shape = ({ segments, ...rest }: RfmMap) =>
    JSON.stringify([rest.bins, rest.axes, rest.scoring, rest.cells, segments.map(({ key }) => key)])
  return shape(map) === shape(rfmMaps[map.id])
}

export const rfmMapSchema: z.ZodType<RfmMap> = z
  .object({
    id: z.enum(['ten', 'braze', 'china', 'custom']),
    bins: z.number().int().min(2).max(5),
    axes: z.enum(['rf', 'rfm']),
    scoring: z.enum(['quantiles', 'mean']),
    segments: z
      .array(
        z
          .object({
            key: z.enum(segmentKeys).nullable(),
            name: z.string().trim().min(1).max(60).nullable(),
          })
          .refine(({ key, name }) => key !== null || name !== null),
      )
      .min(2)
      .max(mostSegments),
    cells: z.array(z.number().int().min(0)).max(125),
  })
  .refine(({ bins, scoring }) => scoring === 'quantiles' || bins === 2)
  .refine(({ bins, axes, cells }) => cells.length === bins ** axes.length)
  .refine(({ segments, cells }) => cells.every((cell) => cell < segments.length))
  .refine(isTrueToName)
