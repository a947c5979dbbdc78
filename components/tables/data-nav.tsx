import { useTranslations } from 'next-intl'
import { NavTabs } from '@/components/ui/nav-tabs'

/** The three views of a brand's data; stands under the page's heading. */
export function DataNav() {
  const t = useTranslations('tables.nav')
  return (
    <div className="mb-6">
      <NavTabs
        label={t('label')}
        items={[
          { href: '/data', label: t('imports') },
          { href: '/data/tables', label: t('tables') },
          { href: '/data/quality', label: t('quality') },
        ]}
      />
    </div>
  )
}
