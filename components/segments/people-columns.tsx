'use client'

import { createColumnHelper, metaHelper, tableFeatures } from '@tanstack/react-table'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useFormats } from '@/components/app/formats-provider'
import { CustomerLink } from '@/components/customers/customer-link'
import type { PeopleQuery, Person } from '@/lib/segments/schema'

/** `width` is a class: fixed widths keep the columns still from page to page. */
type ColumnMeta = { width: string; numeric?: boolean; sort?: PeopleQuery['sort'] }

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
          meta: { width: 'w-[26%]', sort: 'customer' },
          cell: ({ row }) => <CustomerCell person={row.original} />,
        }),
        helper.display({
          id: 'place',
          header: t('columns.city'),
          meta: { width: 'w-[18%]' },
          cell: ({ row }) => [row.original.city, row.original.country].filter(Boolean).join(', ') || '–',
        }),
        helper.accessor('consent', {
          header: t('columns.consent'),
          meta: { width: 'w-[9%]' },
          cell: ({ getValue }) => t(`consent.${consentKey(getValue())}`),
        }),
        helper.accessor('purchases', {
          header: t('columns.purchases'),
          meta: { width: 'w-[11%]', numeric: true, sort: 'purchases' },
          cell: ({ getValue }) => formats.integer(getValue()),
        }),
        helper.accessor('revenue', {
          header: t('columns.revenue'),
          meta: { width: 'w-[13%]', numeric: true, sort: 'revenue' },
          cell: ({ getValue }) => formats.money(getValue()),
        }),
        helper.accessor('lastPurchase', {
          header: t('columns.lastPurchase'),
          meta: { width: 'w-[13%]', numeric: true, sort: 'lastPurchase' },
          cell: ({ getValue }) => formats.date(getValue()),
        }),
        helper.accessor('distance', {
          header: t('columns.distance'),
          meta: { width: 'w-[10%]', numeric: true, sort: 'distance' },
          cell: ({ getValue }) => {
            const distance = getValue()
            return distance === null ? '–' : formats.decimal(distance, 2)
          },
        }),
      ]),
    [t, formats],
  )
}

function CustomerCell({ person }: { person: Person }) {
  const second = person.name ? [person.customerId, person.email] : [person.email]
  return (
    <div className="min-w-0">
      <CustomerLink id={person.customerId} className="break-words">
        {person.name ?? person.customerId}
      </CustomerLink>
      <p className="truncate text-xs text-muted">{second.filter(Boolean).join(' · ')}</p>
    </div>
  )
}

function consentKey(consent: boolean | null): 'yes' | 'no' | 'unknown' {
  return consent === null ? 'unknown' : consent ? 'yes' : 'no'
}
