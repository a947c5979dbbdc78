import { useTranslations } from 'next-intl'
import { segmentTitle, type TitledSegment } from './segment-title'

/** Names segments in the reader's language; works in server and client components. */
export function useSegmentName(): (segment: TitledSegment) => string {
  const t = useTranslations('segment-names')
  return (segment) => segmentTitle(t, segment)
}
