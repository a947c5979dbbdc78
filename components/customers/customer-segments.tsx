import { useTranslations } from 'next-intl'
import { seriesColor } from '@/components/charts/series-color'
import { segmentMeaning, segmentTitle } from '@/components/segments/segment-title'
import { Card, CardBody, CardHeader, CardTitle } from '@/components/ui/card'
import { Swatch } from '@/components/ui/swatch'
import { TextLink } from '@/components/ui/text-link'
import type { SegmentView } from '@/lib/segments/schema'

export type CustomerSegmentsProps = {
  memberships: readonly { segmentation: { id: string; name: string }; segment: SegmentView }[]
}

/** The segments a customer belongs to, one per segmentation. */
export function CustomerSegments({ memberships }: CustomerSegmentsProps) {
  const t = useTranslations('customers.segments')
  const words = useTranslations('segment-names')
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t('title')}</CardTitle>
      </CardHeader>
      <CardBody className="pt-3">
        {memberships.length === 0 ? <p className="text-sm text-muted">{t('none')}</p> : null}
        <ul className="flex flex-col gap-3">
          {memberships.map(({ segmentation, segment }) => (
            <li key={segmentation.id} className="flex items-baseline gap-2 text-sm">
              <Swatch color={seriesColor(segment.color)} />
              <span className="min-w-0">
                <TextLink href={`/segments/${segmentation.id}/${segment.id}`}>
                  {segmentTitle(words, segment)}
                </TextLink>{' '}
                <span className="text-muted">{t('of', { segmentation: segmentation.name })}</span>
                <span className="block text-muted">{segmentMeaning(words, segment)}</span>
              </span>
            </li>
          ))}
        </ul>
      </CardBody>
    </Card>
  )
}
