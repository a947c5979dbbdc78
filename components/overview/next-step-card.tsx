import { Lightbulb } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button-link'
import type { DataOverview } from '@/lib/data/schema'
import { chooseNextStep, type NextStep } from './next-step'

type NextStepCardProps = { overview: Promise<DataOverview>; hasSegments: Promise<boolean> }

const hrefs: Record<NextStep, string> = {
  addOrders: '/data/upload',
  createSegments: '/segments/new',
  addCustomers: '/data/upload',
  addProducts: '/data/upload',
  addReviews: '/data/upload',
  openSegments: '/segments',
}

/** A hint at what to do next, for those who may do it. */
export async function NextStepCard({ overview, hasSegments }: NextStepCardProps) {
  const [t, data, segments] = await Promise.all([getTranslations('overview.next'), overview, hasSegments])
  const step = chooseNextStep(data, segments)
  return (
    <section
      aria-labelledby="next-step"
      className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-xl border border-border bg-accent-soft px-5 py-4"
    >
      <div className="flex min-w-0 flex-1 basis-72 items-start gap-3">
        <Lightbulb aria-hidden className="mt-0.5 size-5 shrink-0 text-accent" />
        <div>
          <h2 id="next-step" className="text-sm font-semibold">
            {t('title')}
          </h2>
          <p className="text-sm">{t(step)}</p>
        </div>
      </div>
      <ButtonLink variant="primary" href={hrefs[step]}>
        {t(`${step}Action`)}
      </ButtonLink>
    </section>
  )
}
