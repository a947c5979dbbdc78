import { useTranslations } from 'next-intl'
import { CustomerLink } from '@/components/customers/customer-link'
import {
  Table,
  TableBody,
  TableCaption,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  TableScroll,
} from '@/components/ui/table'
import type { Mover } from '@/lib/segments/compare-schema'
import type { Formats } from '@/lib/shared/formatting'

export type MoversTableProps = {
  label: string
  rows: readonly Mover[]
  /** Headings of the two revenue columns. */
  titles: { before: string; after: string }
  formats: Formats
}

/** The customers of one flow and what they were worth on both sides. */
export function MoversTable({ label, rows, titles, formats }: MoversTableProps) {
  const t = useTranslations('compare.people')
  const money = (revenue: number | null) => (revenue === null ? '–' : formats.money(revenue))
  return (
    <TableScroll label={label}>
      <Table className="min-w-2xl">
        <TableCaption>{label}</TableCaption>
        <TableHead>
          <tr>
            <TableHeader>{t('customer')}</TableHeader>
            <TableHeader>{t('city')}</TableHeader>
            <TableHeader numeric>{titles.before}</TableHeader>
            <TableHeader numeric>{titles.after}</TableHeader>
          </tr>
        </TableHead>
        <TableBody>
          {withKeys(rows).map(({ key, row: { customerId, name, email, city, before, after } }) => (
            <TableRow key={key} className="hover:bg-subtle">
              <TableCell className="h-14 max-w-80">
                <CustomerLink id={customerId} className="break-words">
                  {name ?? customerId}
                </CustomerLink>
                <p className="truncate text-xs text-muted">
                  {[name ? customerId : null, email].filter(Boolean).join(' · ')}
                </p>
              </TableCell>
              <TableCell>{city ?? '–'}</TableCell>
              <TableCell numeric>{money(before)}</TableCell>
              <TableCell numeric>{money(after)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableScroll>
  )
}

/** Ids that are contacts are masked for viewers: they tell no rows apart. */
function withKeys(rows: readonly Mover[]) {
  return rows.map((row, index) => ({ row, key: `${row.customerId} ${index}` }))
}
