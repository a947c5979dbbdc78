import { Download } from 'lucide-react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { addressPath, readCustomerParam } from '@/components/customers/customer-path'
import { AccessRecords } from '@/components/privacy/access-records'
import { AccessResults } from '@/components/privacy/access-results'
import { AccessValues } from '@/components/privacy/access-values'
import { plainContact } from '@/components/privacy/plain-contact'
import { PrintButton } from '@/components/segments/report/print-button'
import { buttonClasses } from '@/components/ui/button-classes'
import { PageHeader } from '@/components/ui/page-header'
import { findCustomerId } from '@/lib/customers/service'
import { type HeldTable, heldTables } from '@/lib/privacy/access-schema'
import { getHeld } from '@/lib/privacy/access-service'
import { requirePage } from '@/lib/server/access'
import { getFormats } from '@/lib/server/formats'
import { orNotFound } from '@/lib/server/or-not-found'
import { hasRole } from '@/lib/shared/roles'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('privacy.access'))('title') }
}

/** Everything held on one person, to read, print or hand over. */
export default async function HeldPage({ params }: { params: Promise<{ customerId: string }> }) {
  const viewer = await requirePage()
  const address = readCustomerParam((await params).customerId)
  if (address === null || !hasRole(viewer.role, 'analyst')) notFound()
  const customerId = await orNotFound(findCustomerId(viewer, address))
  const [t, formats, held] = await Promise.all([
    getTranslations('privacy.access'),
    getFormats(),
    orNotFound(getHeld(viewer, customerId)),
  ])
  const { alsoCalled, values, counts, records } = held
  const path = addressPath(address)
  return (
    <>
      <PageHeader
        title={t('titleOf', { id: customerId })}
        description={t('description', { date: formats.dateTime(new Date()) })}
        breadcrumb={[{ label: t('back'), href: path }]}
        actions={
          <>
            <a href={`/api${path}/held`} download data-print="hide" className={buttonClasses('secondary')}>
              <Download aria-hidden />
              {t('download')}
            </a>
            <PrintButton />
          </>
        }
      />
      <div className="flex flex-col gap-8">
        <section className="flex flex-col gap-3">
          <h2 className="text-lg font-semibold">{t('values')}</h2>
          {alsoCalled.length > 0 ? (
            <p className="text-sm break-words">
              {t('alsoCalled', { names: formats.list(alsoCalled.map(plainContact)) })}
            </p>
          ) : null}
          <AccessValues values={values} formats={formats} />
        </section>
        {heldTables
          .filter((table: HeldTable) => counts[table])
          .map((table) => (
            <AccessRecords
              key={table}
              table={table}
              records={records[table] ?? []}
              count={counts[table] ?? 0}
              formats={formats}
            />
          ))}
        <AccessResults held={held} formats={formats} />
      </div>
    </>
  )
}
