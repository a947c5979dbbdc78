import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { NavTabs } from '@/components/ui/nav-tabs'
import { PageHeader } from '@/components/ui/page-header'
import { requirePage } from '@/lib/server/access'
import { hasRole, type Role } from '@/lib/shared/roles'

const tabs: { key: 'general' | 'people' | 'security' | 'privacy' | 'audit'; path: string; least: Role }[] = [
  { key: 'general', path: '/settings', least: 'viewer' },
  { key: 'people', path: '/settings/people', least: 'owner' },
  { key: 'security', path: '/settings/security', least: 'viewer' },
  { key: 'privacy', path: '/settings/privacy', least: 'owner' },
  { key: 'audit', path: '/settings/audit', least: 'owner' },
]

/** The head of the settings and the ways to those parts that the reader may see. */
export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const [{ role }, t] = await Promise.all([requirePage(), getTranslations('accounts')])
  const items = tabs
    .filter(({ least }) => hasRole(role, least))
    .map(({ key, path }) => ({ href: path, label: t(`settings.tabs.${key}`) }))
  return (
    <>
      <PageHeader title={t('settings.title')} />
      <div className="mb-6">
        <NavTabs label={t('settings.tabs.label')} items={items} />
      </div>
      {children}
    </>
  )
}
