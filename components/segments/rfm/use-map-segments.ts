import { useTranslations } from 'next-intl'
import type { RfmMap } from '@/lib/rfm/rfm-map'

/** A segment of a map as it is shown. */
export type MapSegment = { name: string; color: number }

/** The segments of a map that is not saved, with the names and colours they would get. */
export function useMapSegments({ segments }: RfmMap): MapSegment[] {
  const t = useTranslations('segment-names.names')
  const words = useTranslations('rfm.segments')
  return segments.map(({ key, name }, color) => ({
    name: name?.trim() || (key ? t(`${key}.name`) : words('unnamed')),
    color,
  }))
}
