import { useTranslations } from 'next-intl'
import { Badge, type Tone } from '@/components/ui/badge'
import { Card, CardBody, CardDescription, CardHeader, CardTitle } from '@/components/ui/card'
import type { ErasureView } from '@/lib/privacy/erasure-schema'
import type { Formats } from '@/lib/shared/formatting'
import { LiftErasure } from './lift-erasure'

const tones: Record<string, Tone> = { standing: 'success', lifted: 'neutral', failed: 'danger' }

function stateOf({ state, liftedAt }: ErasureView) {
  if (state === 'failed' || state === 'cancelled') return state
  if (state !== 'completed') return 'running'
  return liftedAt ? 'lifted' : 'standing'
}

/** Who was erased: when, by whom, what went and which exports held them. Who they were is not known any more. */
export function ErasuresCard({ erasures, formats }: { erasures: readonly ErasureView[]; formats: Formats }) {
  const t = useTranslations('privacy.erasures')
  return (
    <Card id="erased">
      <CardHeader>
        <div>
          <CardTitle>{t('title')}</CardTitle>
          <CardDescription>{t('description')}</CardDescription>
        </div>
      </CardHeader>
      <CardBody className="pt-2">
        {erasures.length === 0 ? <p className="text-sm text-muted">{t('none')}</p> : null}
        <ul className="divide-y divide-border">
          {erasures.map((erasure) => {
            const { id, createdAt, createdBy, liftedAt, liftedBy, result } = erasure
            const state = stateOf(erasure)
            const rows = Object.values(result?.rows ?? {}).reduce((sum, count) => sum + count, 0)
            return (
              <li key={id} className="flex flex-wrap items-start justify-between gap-3 py-3 text-sm">
                <div className="flex min-w-0 flex-col gap-1">
                  <p className="font-medium">
                    {createdBy
                      ? t('by', { when: formats.dateTime(createdAt), name: createdBy })
                      : t('replayed', { when: formats.dateTime(createdAt) })}{' '}
                    <Badge tone={tones[state] ?? 'info'}>{t(`states.${state}`)}</Badge>
                  </p>
                  {result ? (
                    <p className="text-muted">{t('took', { rows, files: result.originals })}</p>
                  ) : null}
                  {result && result.exports.length > 0 ? (
                    <details>
                      <summary className="cursor-pointer">
                        {t('exports', { count: result.exports.length })}
                      </summary>
                      <ul className="list-disc pl-5 text-muted">
                        {result.exports.map((one) => (
                          <li key={one.id}>{t('export', { name: one.name, date: formats.date(one.at) })}</li>
                        ))}
                      </ul>
                    </details>
                  ) : null}
                  {liftedAt ? (
                    <p className="text-muted">
                      {t('lifted', { when: formats.dateTime(liftedAt), name: liftedBy ?? '–' })}
                    </p>
                  ) : null}
                </div>
                {state === 'standing' || state === 'failed' ? <LiftErasure erasureId={id} /> : null}
              </li>
            )
          })}
        </ul>
      </CardBody>
    </Card>
  )
}
