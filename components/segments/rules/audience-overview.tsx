'use client'

import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button-link'
import { Card, CardBody, CardHeader, CardTitle } from '@/components/ui/card'
import type { AudienceView } from '@/lib/segments/schema'
import { MemberFigures, MemberLinks } from './member-figures'

export type AudienceOverviewProps = { segmentation: AudienceView }

/** Whom a product is recommended to, saved as a segment. */
export function AudienceOverview({ segmentation }: AudienceOverviewProps) {
  const t = useTranslations('rules.audience')
  const { recommenderId, product, most } = segmentation.settings
  return (
    <div className="flex flex-col gap-6">
      <MemberFigures segmentation={segmentation} />
      <Card>
        <CardHeader>
          <CardTitle>{t('title')}</CardTitle>
          <div data-print="hide" className="flex flex-wrap gap-2">
            <MemberLinks segmentation={segmentation} />
            <ButtonLink size="sm" href={`/recommendations/${recommenderId}/products`}>
              {t('recommender')}
            </ButtonLink>
          </div>
        </CardHeader>
        <CardBody>
          <p className="max-w-prose break-words">
            {most === null ? t('all', { product }) : t('most', { product, count: most })}
          </p>
        </CardBody>
      </Card>
    </div>
  )
}
