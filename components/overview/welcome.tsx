import { FileUp, Sparkles } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { SampleLinks } from '@/components/data/sample-links'
import { ButtonLink } from '@/components/ui/button-link'
import { LoadSample } from './load-sample'
import { sampleContents } from './sample-contents'

const points = ['first', 'second', 'third', 'fourth'] as const
const contents = ['customers', 'orders', 'products', 'reviews'] as const

/** The two ways to start, side by side. */
export function Welcome() {
  const t = useTranslations('overview.welcome')
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <Way
        icon={<FileUp aria-hidden />}
        title={t('upload.title')}
        description={t('upload.description')}
        points={points.map((point) => t(`upload.points.${point}`))}
      >
        <ButtonLink variant="primary" size="lg" href="/data/upload">
          {t('upload.action')}
        </ButtonLink>
      </Way>
      <Way
        icon={<Sparkles aria-hidden />}
        title={t('sample.title')}
        description={t('sample.description')}
        points={contents.map((table) =>
          t(`sample.${table}`, { count: sampleContents[table], months: sampleContents.months }),
        )}
        footer={
          <>
            <p className="mb-1 text-sm text-muted">{t('sample.download')}</p>
            <SampleLinks />
          </>
        }
      >
        <LoadSample />
      </Way>
    </div>
  )
}

type WayProps = {
  icon: ReactNode
  title: string
  description: string
  points: string[]
  footer?: ReactNode
  children: ReactNode
}

function Way({ icon, title, description, points, footer, children }: WayProps) {
  return (
    <section className="flex flex-col gap-4 rounded-xl border border-border bg-surface p-6 lg:row-span-5 lg:grid lg:grid-rows-subgrid">
      <span className="inline-flex size-11 items-center justify-center rounded-full bg-accent-soft text-accent [&_svg]:size-5">
        {icon}
      </span>
      <div>
        <h2 className="text-lg font-semibold">{title}</h2>
        <p className="mt-1 text-sm text-muted">{description}</p>
      </div>
      <ul className="list-disc space-y-1 pl-5 text-sm marker:text-muted">
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <div className="pt-1">{children}</div>
      <div className={footer ? 'border-t border-border pt-4' : undefined}>{footer}</div>
    </section>
  )
}
