import { useTranslations } from 'next-intl'
import { Badge, type Tone } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button-link'
import { Card, CardBody } from '@/components/ui/card'
import type { Formats } from '@/lib/shared/formatting'
import type { Finding, Quality, Severity } from '@/lib/tables/schema-quality'
import { tablePath } from './table-path'

const tones: Record<Severity, Tone> = { high: 'danger', medium: 'warning', low: 'neutral' }

export type QualityFindingProps = {
  finding: Finding
  quality: Pick<Quality, 'currencies' | 'historyDays'>
  formats: Formats
  canUpload: boolean
}

/** One thing to improve: how much it is, what it costs and what to do. */
export function QualityFinding({ finding, quality, formats, canUpload }: QualityFindingProps) {
  const t = useTranslations('quality')
  const { check, severity, rows, salesShare, rowSet, upload } = finding
  const figures = [
    rows
      ? t(`figures.${rows.table}`, {
          count: rows.count,
          total: rows.total,
          share: formats.percent(rows.count / rows.total, 1),
        })
      : null,
    salesShare && salesShare > 0 ? t('figures.sales', { share: formats.percent(salesShare, 1) }) : null,
    check === 'ordersOtherCurrency' || check === 'otherCurrency'
      ? formats.list(
          quality.currencies.map(({ currency, lines }) => t('figures.currency', { currency, lines })),
        )
      : null,
    check === 'shortHistory' ? t('figures.history', { days: quality.historyDays ?? 0 }) : null,
  ].filter((text) => text !== null)
  return (
    <Card aria-labelledby={`finding-${check}`}>
      <CardBody className="flex flex-col gap-2">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
          <h2 id={`finding-${check}`} className="text-base font-semibold">
            {t(`checks.${check}.title`)}
          </h2>
          <Badge tone={tones[severity]}>{t(`severities.${severity}`)}</Badge>
        </div>
        {figures.length > 0 ? <p className="text-sm tabular-nums">{figures.join(' · ')}</p> : null}
        <p className="max-w-prose text-sm">{t(`checks.${check}.effect`)}</p>
        <p className="max-w-prose text-sm text-muted">{t(`checks.${check}.action`)}</p>
        {rowSet || (upload && canUpload) ? (
          <div className="flex flex-wrap gap-2 pt-1">
            {rows && rowSet ? (
              <ButtonLink size="sm" href={tablePath(rows.table, { rows: rowSet })} prefetch={false}>
                {t('showRows')}
              </ButtonLink>
            ) : null}
            {upload && canUpload ? (
              <ButtonLink size="sm" href="/data/upload">
                {t(`uploads.${upload}`)}
              </ButtonLink>
            ) : null}
          </div>
        ) : null}
      </CardBody>
    </Card>
  )
}
