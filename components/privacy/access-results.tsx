import { useTranslations } from 'next-intl'
import { useSegmentName } from '@/components/segments/use-segment-name'
import { TextLink } from '@/components/ui/text-link'
import type { HeldPerson } from '@/lib/privacy/access-schema'
import { readPurpose } from '@/lib/privacy/export-schema'
import type { Formats } from '@/lib/shared/formatting'

type AccessResultsProps = {
  held: Pick<HeldPerson, 'memberships' | 'recommendations' | 'exports' | 'exportsUnknown'>
  formats: Formats
}

/** What was computed of a person, and which lists that left held them. */
export function AccessResults({ held, formats }: AccessResultsProps) {
  const t = useTranslations('privacy.access')
  const purposes = useTranslations('exports.purposes')
  const nameSegment = useSegmentName()
  const { memberships, recommendations, exports, exportsUnknown } = held
  function purposeText(kept: string) {
    const purpose = readPurpose(kept)
    if (!purpose) return ''
    return t('purpose', { purpose: [purposes(purpose.kind), purpose.note].filter(Boolean).join(': ') })
  }
  return (
    <>
      <section className="flex flex-col gap-3">
        <h2 className="text-lg font-semibold">{t('segments')}</h2>
        {memberships.length === 0 ? <p className="text-sm text-muted">{t('noSegments')}</p> : null}
        <ul className="flex flex-col gap-2 text-sm">
          {memberships.map(({ segmentationId, run, asOf, position, segment, values }) => (
            <li key={segmentationId}>
              <TextLink href={`/segments/${segmentationId}`}>{run}</TextLink>{' '}
              {t('segment', {
                name: segment ? nameSegment(segment) : t('numbered', { number: position + 1 }),
                date: formats.date(asOf),
              })}
              <span className="block text-muted">{t('figures', { count: Object.keys(values).length })}</span>
            </li>
          ))}
        </ul>
      </section>
      <section className="flex flex-col gap-3">
        <h2 className="text-lg font-semibold">{t('recommendations')}</h2>
        {recommendations.length === 0 ? <p className="text-sm text-muted">{t('noRecommendations')}</p> : null}
        <ul className="flex flex-col gap-2 text-sm">
          {recommendations.map(({ recommenderId, name, asOf, items }) => (
            <li key={recommenderId}>
              <TextLink href={`/recommendations/${recommenderId}`}>{name}</TextLink>{' '}
              {t('list', {
                date: formats.date(asOf),
                products: formats.list(items.map((item) => item.productId)),
              })}
            </li>
          ))}
        </ul>
      </section>
      <section className="flex flex-col gap-3">
        <h2 className="text-lg font-semibold">{t('exports')}</h2>
        {exports.length === 0 ? <p className="text-sm text-muted">{t('noExports')}</p> : null}
        <ul className="list-disc pl-5 text-sm">
          {exports.map(({ id, name, at, purpose }) => (
            <li key={id}>
              {t('export', { name, date: formats.dateTime(at) })}
              {purpose ? ` ${purposeText(purpose)}` : ''}
            </li>
          ))}
        </ul>
        {exportsUnknown > 0 ? (
          <p className="text-sm">{t('exportsUnknown', { count: exportsUnknown })}</p>
        ) : null}
      </section>
    </>
  )
}
