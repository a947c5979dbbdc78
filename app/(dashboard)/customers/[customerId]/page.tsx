import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { CustomerFigures } from '@/components/customers/customer-figures'
import { CustomerIdentity } from '@/components/customers/customer-identity'
import { addressPath, readCustomerParam, referencePath } from '@/components/customers/customer-path'
import { CustomerReviews } from '@/components/customers/customer-reviews'
import { CustomerSegments } from '@/components/customers/customer-segments'
import { PurchaseHistory } from '@/components/customers/purchase-history'
import { EraseCustomer } from '@/components/privacy/erase-customer'
import { ButtonLink } from '@/components/ui/button-link'
import { PageHeader } from '@/components/ui/page-header'
import { isContactId } from '@/lib/csv/personal-values'
import { findCustomerId, getCustomer, getCustomerReference } from '@/lib/customers/service'
import { findMemberships } from '@/lib/segments/service'
import { requirePage } from '@/lib/server/access'
import { getFormats } from '@/lib/server/formats'
import { orNotFound } from '@/lib/server/or-not-found'
import { hasRole } from '@/lib/shared/roles'

type Props = { params: Promise<{ customerId: string }> }

const load = cache(async (param: string) => {
  const viewer = await requirePage()
  const address = readCustomerParam(param)
  if (address === null) notFound()
  const customerId = await orNotFound(findCustomerId(viewer, address))
  // An address of before contacts were kept out of them, or one made by hand.
  if ('id' in address && isContactId(customerId))
    redirect(referencePath((await orNotFound(getCustomerReference(viewer, customerId))).reference))
  const [t, customer, memberships] = await Promise.all([
    getTranslations('customers'),
    orNotFound(getCustomer(viewer, customerId)),
    findMemberships(viewer, customerId),
  ])
  const personal = viewer.role !== 'viewer'
  const name = personal ? (customer.identity?.name ?? null) : null
  const path = addressPath(address)
  return {
    t,
    viewer,
    path,
    customerId,
    customer,
    memberships,
    name,
    personal,
    title: name ?? t('title', { id: customer.id }),
  }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load((await params).customerId)).title }
}

export default async function CustomerPage({ params }: Props) {
  const loaded = await load((await params).customerId)
  const { t, viewer, path, customerId, customer, memberships, name, personal, title } = loaded
  const [formats, privacy, segments] = await Promise.all([
    getFormats(),
    getTranslations('privacy'),
    getTranslations('segments.list'),
  ])
  return (
    <>
      <PageHeader
        title={title}
        description={name === null ? null : t('idLine', { id: customer.id })}
        breadcrumb={[{ label: segments('title'), href: '/segments' }]}
        actions={
          <>
            {hasRole(viewer.role, 'analyst') ? (
              <ButtonLink href={`${path}/held`} prefetch={false}>
                {privacy('access.link')}
              </ButtonLink>
            ) : null}
            {hasRole(viewer.role, 'owner') ? (
              <EraseCustomer customerId={customerId} title={title} removalHref={`/api${path}/removal`} />
            ) : null}
          </>
        }
      />
      <div className="flex flex-col gap-8">
        <section aria-label={t('figures.title')}>
          <CustomerFigures figures={customer.figures} formats={formats} />
        </section>
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <CustomerSegments memberships={memberships} />
          <CustomerIdentity customer={customer} formats={formats} personal={personal} />
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
