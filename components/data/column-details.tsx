'use client'

import { useTranslations } from 'next-intl'
import { useFormats } from '@/components/app/formats-provider'
import { DefinitionList } from '@/components/ui/definition-list'
import type { ColumnProfile } from '@/lib/csv/column-profile'
import { MiniHistogram } from './mini-histogram'
import { useProfileText } from './use-profile-text'

/** Everything that is known of one column: its figures, its distribution, frequent values and those that do not fit. */
export function ColumnDetails({ profile, records }: { profile: ColumnProfile; records: number }) {
  const t = useTranslations('data.quality')
  const formats = useFormats()
  const profileText = useProfileText()
  const { type, typeShare, filled, distinct, distinctExact, min, max, mean, top, histogram } = profile
  const share = records > 0 ? filled / records : 0
  const count = formats.integer(distinct)
  return (
    <div className="flex flex-col gap-5 pb-2 text-sm">
      <DefinitionList
        items={[
          {
            key: 'filled',
            term: t('filled'),
            value: t('filledValue', { filled, rows: records, share: formats.percent(share, 1) }),
          },
          { key: 'fits', term: t('fits'), value: formats.percent(typeShare, 1) },
          { key: 'distinct', term: t('distinct'), value: distinctExact ? count : t('about', { count }) },
          ...(min === null
            ? []
            : [
                { key: 'min', term: t('min'), value: profileText(type, min) },
                { key: 'max', term: t('max'), value: profileText(type, max) },
              ]),
          ...(mean === null
            ? []
            : [{ key: 'mean', term: t('mean'), value: profileText('number', String(mean)) }]),
        ]}
      />
      {histogram && histogram.length > 0 ? <MiniHistogram type={type} bins={histogram} /> : null}
      {top.length > 0 ? (
        <section aria-label={t('top')}>
          <h3 className="mb-1.5 font-semibold">{t('top')}</h3>
          <ul className="flex flex-col gap-1.5">
            {top.map(({ value, rows }) => (
              <li key={value} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4">
                <span className="truncate" title={value}>
                  {value}
                </span>
                <span className="text-muted tabular-nums">{t('rowCount', { rows })}</span>
                <span aria-hidden className="col-span-2 mt-0.5 h-1 rounded-full bg-track">
                  <span
                    className="block h-full rounded-full bg-accent"
                    style={{ width: `${(100 * rows) / Math.max(1, filled)}%` }}
                  />
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {profile.problems.length > 0 ? (
        <section aria-label={t('unfitTitle')}>
          <h3 className="mb-1 font-semibold">{t('unfitTitle')}</h3>
          <p className="mb-1.5 text-muted">
            {t('unfitDescription', { rows: profile.problemRows, type: t(`types.${type}`) })}
          </p>
          <ul className="flex flex-col gap-1">
            {profile.problems.map(({ line, value }) => (
              <li key={line} className="break-words">
                <span className="text-muted">{t('inLine', { line: formats.integer(line) })}</span>{' '}
                <q className="font-mono">{value.slice(0, 200)}</q>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  )
}
