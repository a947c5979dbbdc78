import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/shared/formatting'

type RowEquationProps = { read: number; accepted: number; rejected: number; formats: Formats }

/** Rows read = accepted + rejected, as it is written. */
export function RowEquation({ read, accepted, rejected, formats }: RowEquationProps) {
  const t = useTranslations('data.import')
  const parts = [
    { sign: '', rows: read, label: t('read'), color: '' },
    { sign: '=', rows: accepted, label: t('accepted'), color: 'text-success' },
    { sign: '+', rows: rejected, label: t('rejected'), color: rejected > 0 ? 'text-danger' : 'text-muted' },
  ]
  return (
    <div className="rounded-xl border border-border bg-surface p-5">
      <p className="sr-only">{t('equationSpoken', { read, accepted, rejected })}</p>
      <div aria-hidden className="flex flex-wrap items-start gap-x-4 gap-y-3">
        {parts.map(({ sign, rows, label, color }) => (
          <div key={label} className="flex items-start gap-4">
            {sign ? <span className="text-2xl leading-8 text-muted">{sign}</span> : null}
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
