import { Download } from 'lucide-react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AuditFilters } from '@/components/accounts/audit-filters'
import { AuditTable } from '@/components/accounts/audit-table'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { readAuditQuery, writeAuditQuery } from '@/lib/accounts/audit-schema'
import { readAudit } from '@/lib/accounts/audit-service'
import { requirePage } from '@/lib/server/access'
import { getFormats } from '@/lib/server/formats'
import { hasRole } from '@/lib/shared/roles'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('accounts'))('audit.title') }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function AuditPage({ searchParams }: Props) {
  const viewer = await requirePage()
  if (!hasRole(viewer.role, 'owner')) notFound()
  const query = readAuditQuery(await searchParams)
  const [t, formats, page] = await Promise.all([
    getTranslations('accounts.audit'),
    getFormats(),
    readAudit(viewer, query),
  ])
  const pageHref = (after: string) => `/settings/audit?${writeAuditQuery({ ...query, after })}`
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div>
          <h2 className="text-base font-semibold">{t('title')}</h2>
          <p className="mt-1 max-w-prose text-sm text-muted">{t('description')}</p>
        </div>
        <ButtonLink href={`/api/audit?${writeAuditQuery({ ...query, after: '' })}`} prefetch={false} download>
          <Download aria-hidden />
          {t('export')}
        </ButtonLink>
      </div>
      <AuditFilters key={writeAuditQuery(query)} query={query} groups={page.groups} people={page.people} />
      {page.entries.length > 0 ? (
        <AuditTable entries={page.entries} formats={formats} />
      ) : (
        <EmptyState title={t('none')} />
      )}
      {query.after || page.next ? (
        <nav aria-label={t('pages')} className="flex justify-end gap-2">
          {query.after ? <ButtonLink href={pageHref('')}>{t('newest')}</ButtonLink> : null}
          {page.next ? <ButtonLink href={pageHref(page.next)}>{t('older')}</ButtonLink> : null}
        </nav>
      ) : null}
    </div>
  )
}
