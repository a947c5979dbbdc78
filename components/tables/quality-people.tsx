import { useTranslations } from 'next-intl'
import { CustomerLink } from '@/components/customers/customer-link'
import { Card, CardBody, CardDescription, CardHeader, CardTitle } from '@/components/ui/card'
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
import type { People } from '@/lib/tables/schema-quality'

export type QualityPeopleProps = { kind: 'joined' | 'sameEmail'; people: People }

/** Who was joined by e-mail or phone, or shares an address; nothing when there is nobody. */
export function QualityPeople({ kind, people }: QualityPeopleProps) {
  const t = useTranslations(`quality.people.${kind}`)
  const common = useTranslations('quality.people')
  if (people.count === 0) return null
  const first = people.first ?? []
  return (
    <Card aria-labelledby={`people-${kind}`}>
      <CardHeader>
        <div>
          <CardTitle id={`people-${kind}`}>{t('title', { count: people.count })}</CardTitle>
          <CardDescription>{t('description')}</CardDescription>
        </div>
      </CardHeader>
      <CardBody className="flex flex-col gap-3">
        {people.first === null ? <p className="text-sm text-muted">{common('hidden')}</p> : null}
        {first.length > 0 ? (
          <TableScroll label={t('title', { count: people.count })} className="max-h-96">
            <Table>
              <TableCaption>{t('title', { count: people.count })}</TableCaption>
              <TableHead className="sticky top-0 z-10">
                <tr>
                  <TableHeader>{common('contact')}</TableHeader>
                  <TableHeader>{common('customers')}</TableHeader>
                </tr>
              </TableHead>
              <TableBody>
                {first.map(({ contact, customerIds, count }) => (
                  <TableRow key={contact}>
                    <TableCell className="break-all">{contact.replace(/^tel:/, '')}</TableCell>
                    <TableCell>
                      <span className="flex flex-wrap gap-x-3 gap-y-1">
                        {customerIds.map((id) => (
                          <CustomerLink key={id} id={id} className="break-all">
                            {id}
                          </CustomerLink>
                        ))}
                        {count > customerIds.length ? (
                          <span className="text-muted">
                            {common('more', { count: count - customerIds.length })}
                          </span>
                        ) : null}
                      </span>
                    </TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          </TableScroll>
        ) : null}
        {first.length > 0 && people.count > first.length ? (
          <p className="text-sm text-muted">
            {common('capped', { shown: first.length, total: people.count })}
          </p>
        ) : null}
      </CardBody>
    </Card>
  )
}
