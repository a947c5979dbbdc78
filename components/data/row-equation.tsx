import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/shared/formatting'

type RowEquationProps = {
  read: number
  /** null in imports of the first version, which only told accepted rows from rejected ones */
  changes: { created: number; updated: number; unchanged: number } | null
  rejected: number
  formats: Formats
}

/** Rows read = created + updated + unchanged + rejected, as it is written. */
export function RowEquation({ read, changes, rejected, formats }: RowEquationProps) {
  const t = useTranslations('data.import')
  const accepted = read - rejected
  const parts = [
    { rows: read, label: t('read'), color: '' },
    ...(changes
      ? [
          { rows: changes.created, label: t('created'), color: 'text-success' },
          { rows: changes.updated, label: t('updated'), color: 'text-info' },
          { rows: changes.unchanged, label: t('unchanged'), color: '' },
        ]
      : [{ rows: accepted, label: t('accepted'), color: 'text-success' }]),
    { rows: rejected, label: t('rejected'), color: rejected > 0 ? 'text-danger' : 'text-muted' },
  ]
  const spoken = changes
    ? t('equationSpoken', { read, ...changes, rejected })
    : t('equationSpokenAccepted', { read, accepted, rejected })
  return (
    <div className="rounded-xl border border-border bg-surface p-5">
      <p className="sr-only">{spoken}</p>
      <div aria-hidden className="flex flex-wrap items-start gap-x-4 gap-y-3">
        {parts.map(({ rows, label, color }, index) => (
          <div key={label} className="flex items-start gap-4">
            {index > 0 ? (
              <span className="text-2xl leading-8 text-muted">{index === 1 ? '=' : '+'}</span>
            ) : null}
            <div>
              <p className={`text-2xl leading-8 font-semibold tracking-tight tabular-nums ${color}`}>
                {formats.integer(rows)}
              </p>
              <p className="text-sm text-muted">{label}</p>
            </div>
          </div>
        ))}
      </div>
      {rejected === 0 ? <p className="mt-3 text-sm text-muted">{t('allAccepted')}</p> : null}
    </div>
  )
}
