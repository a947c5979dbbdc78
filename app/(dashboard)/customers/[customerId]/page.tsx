import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { CustomerFigures } from '@/components/customers/customer-figures'
import { CustomerIdentity } from '@/components/customers/customer-identity'
import { readCustomerParam } from '@/components/customers/customer-path'
import { CustomerReviews } from '@/components/customers/customer-reviews'
import { CustomerSegments } from '@/components/customers/customer-segments'
import { PurchaseHistory } from '@/components/customers/purchase-history'
import { PageHeader } from '@/components/ui/page-header'
import { getCustomer } from '@/lib/customers/service'
import { findMemberships } from '@/lib/segments/service'
import { requirePage } from '@/lib/server/access'
import { getFormats } from '@/lib/server/formats'
import { orNotFound } from '@/lib/server/or-not-found'

type Props = { params: Promise<{ customerId: string }> }

const load = cache(async (param: string) => {
  const viewer = await requirePage()
  const id = readCustomerParam(param)
  if (id === null) notFound()
  const [t, customer] = await Promise.all([getTranslations('customers'), orNotFound(getCustomer(viewer, id))])
  const name = customer.identity?.name ?? null
  return { t, viewer, customer, name, title: name ?? t('title', { id }) }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load((await params).customerId)).title }
}

export default async function CustomerPage({ params }: Props) {
  const { t, viewer, customer, name, title } = await load((await params).customerId)
  const [formats, segments, memberships] = await Promise.all([
    getFormats(),
    getTranslations('segments.list'),
    findMemberships(viewer, customer.id),
  ])
  return (
    <>
      <PageHeader
        title={title}
        description={name === null ? null : t('idLine', { id: customer.id })}
        breadcrumb={[{ label: segments('title'), href: '/segments' }]}
      />
      <div className="flex flex-col gap-8">
        <section aria-label={t('figures.title')}>
          <CustomerFigures figures={customer.figures} formats={formats} />
        </section>
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <CustomerSegments memberships={memberships} />
          <CustomerIdentity customer={customer} formats={formats} personal={viewer.role !== 'viewer'} />
        </div>
        <section aria-labelledby="history" className="flex flex-col gap-3">
          <h2 id="history" className="text-lg font-semibold">
            {t('history.title')}
          </h2>
          <PurchaseHistory lines={customer.lines} lineCount={customer.lineCount} formats={formats} />
        </section>
        <section aria-labelledby="reviews" className="flex flex-col gap-3">
          <h2 id="reviews" className="text-lg font-semibold">
            {t('reviews.title')}
          </h2>
          <CustomerReviews reviews={customer.reviews} formats={formats} />
        </section>
      </div>
    </>
  )
}
