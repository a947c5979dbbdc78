import { CircleCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/ui/empty-state'
import type { Formats } from '@/lib/shared/formatting'
import type { Quality } from '@/lib/tables/schema-quality'
import { QualityFinding } from './quality-finding'
import { QualityPeople } from './quality-people'

export type QualityReportProps = { quality: Quality; formats: Formats; canUpload: boolean }

/** What would most improve the analyses, who was joined, and what is in order. */
export function QualityReport({ quality, formats, canUpload }: QualityReportProps) {
  const t = useTranslations('quality')
  const { findings, passed, joined, sameEmail } = quality
  return (
    <div className="flex flex-col gap-6">
      {findings.length > 0 ? (
        <ol aria-label={t('findings')} className="flex flex-col gap-4">
          {findings.map((finding) => (
            <li key={finding.check}>
              <QualityFinding finding={finding} quality={quality} formats={formats} canUpload={canUpload} />
            </li>
          ))}
        </ol>
      ) : (
        <EmptyState icon={<CircleCheck />} title={t('fine')} description={t('fineDescription')} />
      )}
      <QualityPeople kind="sameEmail" people={sameEmail} />
      <QualityPeople kind="joined" people={joined} />
      {passed.length > 0 ? (
        <section aria-labelledby="passed" className="flex flex-col gap-2">
          <h2 id="passed" className="text-base font-semibold">
            {t('passed', { count: passed.length })}
          </h2>
          <ul className="grid gap-x-6 gap-y-1.5 text-sm sm:grid-cols-2">
            {passed.map((check) => (
              <li key={check} className="flex items-start gap-2">
                <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-success" />
                {t(`checks.${check}.passed`)}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  )
}
