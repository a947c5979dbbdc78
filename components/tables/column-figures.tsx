'use client'

import { useTranslations } from 'next-intl'
import { useFormats } from '@/components/app/formats-provider'
import { DefinitionList } from '@/components/ui/definition-list'
import type { ColumnSummary } from '@/lib/tables/schema'
import { useValueText } from './use-value-text'

/** How full a column is and between what its values lie. */
export function ColumnFigures({ summary }: { summary: ColumnSummary }) {
  const t = useTranslations('tables.column')
  const formats = useFormats()
  const valueText = useValueText()
  const { kind, masked, rows, filled, distinct, min, max, mean, quartiles } = summary
  const ends = kind === 'date' || kind === 'datetime' ? 'day' : kind === 'text' ? 'text' : 'number'
  const items = [
    {
      key: 'filled',
      term: t('filled'),
      value:
        rows === 0
          ? t('noRows')
          : t('share', { count: filled, total: rows, share: formats.percent(filled / rows, 1) }),
    },
  ]
  if (masked) return <DefinitionList items={items} />
  items.push({ key: 'distinct', term: t('distinct'), value: formats.integer(distinct) })
  if (filled > 0 && kind !== 'boolean')
    items.push(
      { key: 'min', term: t(`min.${ends}`), value: valueText(kind, min) },
      { key: 'max', term: t(`max.${ends}`), value: valueText(kind, max) },
    )
  if (mean !== null) items.push({ key: 'mean', term: t('mean'), value: valueText(kind, mean) })
  if (quartiles) items.push({ key: 'median', term: t('median'), value: valueText(kind, quartiles[1]) })
  return <DefinitionList items={items} />
}
