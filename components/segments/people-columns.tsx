'use client'

import { createColumnHelper, metaHelper, tableFeatures } from '@tanstack/react-table'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useFormats } from '@/components/app/formats-provider'
import { customerPath } from '@/components/customers/customer-path'
import { TextLink } from '@/components/ui/text-link'
import type { PeopleQuery, Person } from '@/lib/segments/schema'

type ColumnMeta = { numeric?: boolean; sort?: PeopleQuery['sort'] }

export const peopleFeatures = tableFeatures({ columnMeta: metaHelper<ColumnMeta>() })
const helper = createColumnHelper<typeof peopleFeatures, Person>()

/** The columns of the people table, in the reader's language. */
export function usePeopleColumns() {
  const t = useTranslations('segments.people')
  const formats = useFormats()
  return useMemo(
    () =>
      helper.columns([
        helper.display({
          id: 'customer',
          header: t('columns.customer'),
          meta: { sort: 'customer' },
          cell: ({ row }) => <CustomerCell person={row.original} />,
        }),
        helper.display({
          id: 'place',
          header: t('columns.city'),
          cell: ({ row }) => [row.original.city, row.original.country].filter(Boolean).join(', ') || '–',
        }),
        helper.accessor('consent', {
          header: t('columns.consent'),
          cell: ({ getValue }) => t(`consent.${consentKey(getValue())}`),
        }),
        helper.accessor('purchases', {
          header: t('columns.purchases'),
          meta: { numeric: true, sort: 'purchases' },
          cell: ({ getValue }) => formats.integer(getValue()),
        }),
        helper.accessor('revenue', {
          header: t('columns.revenue'),
          meta: { numeric: true, sort: 'revenue' },
          cell: ({ getValue }) => formats.money(getValue()),
        }),
        helper.accessor('lastPurchase', {
          header: t('columns.lastPurchase'),
          meta: { numeric: true, sort: 'lastPurchase' },
          cell: ({ getValue }) => formats.date(getValue()),
        }),
        helper.accessor('distance', {
          header: t('columns.distance'),
          meta: { numeric: true, sort: 'distance' },
          cell: ({ getValue }) => formats.decimal(getValue(), 2),
        }),
      ]),
    [t, formats],
  )
}

function CustomerCell({ person }: { person: Person }) {
  const second = person.name ? [person.customerId, person.email] : [person.email]
  return (
    <div className="max-w-72 min-w-40">
      <TextLink href={customerPath(person.customerId)} prefetch={false} className="break-words">
        {person.name ?? person.customerId}
      </TextLink>
      <p className="truncate text-xs text-muted">{second.filter(Boolean).join(' · ')}</p>
    </div>
  )
}

function consentKey(consent: boolean | null): 'yes' | 'no' | 'unknown' {
  return consent === null ? 'unknown' : consent ? 'yes' : 'no'
}
