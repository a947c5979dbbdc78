import { Grid3x3, Group, ListFilter } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Link } from '@/components/ui/link'

const ways = [
  { key: 'kmeans', href: '/segments/new', icon: Group },
  { key: 'rfm', href: '/segments/rfm', icon: Grid3x3 },
  { key: 'rule', href: '/segments/rules/new', icon: ListFilter },
] as const

/** The three ways to make segments, each with what it is good for. */
export function SegmentationListActions() {
  const t = useTranslations('segments.list.actions')
  return (
    <ul aria-label={t('label')} className="grid gap-3 md:grid-cols-3">
      {ways.map(({ key, href, icon: Icon }) => (
        <li key={key}>
          <Link
            href={href}
            className="flex h-full gap-3 rounded-xl border border-border bg-surface p-4 transition-colors hover:border-accent hover:bg-accent-soft"
          >
            <Icon aria-hidden className="mt-0.5 size-5 shrink-0 text-accent" />
            <span className="min-w-0 text-sm">
              <span className="block font-semibold text-text">{t(`${key}.title`)}</span>
              <span className="mt-0.5 block text-muted">{t(`${key}.meaning`)}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
