import { useTranslations } from 'next-intl'
import { useFieldName } from '@/components/data/use-field-name'
import { Badge } from '@/components/ui/badge'
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
import type { HeldValue } from '@/lib/privacy/access-schema'
import type { Formats } from '@/lib/shared/formatting'
import { AccessSource } from './access-records'

/** What customer files said of a person, value by value, with the file that said so. */
export function AccessValues({ values, formats }: { values: readonly HeldValue[]; formats: Formats }) {
  const t = useTranslations('privacy.access')
  const fieldName = useFieldName()
  if (values.length === 0) return <p className="text-sm text-muted">{t('noValues')}</p>
  return (
    <TableScroll label={t('values')}>
      <Table>
        <TableCaption>{t('values')}</TableCaption>
        <TableHead>
          <TableRow>
            <TableHeader>{t('field')}</TableHeader>
            <TableHeader>{t('value')}</TableHeader>
            <TableHeader>{t('from')}</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {values.map(({ field, attribute, value, source, current }) => (
            <TableRow key={`${attribute} ${field} ${value}`}>
              <TableCell className="whitespace-nowrap">
                {attribute ? field : fieldName('customers', field)}
              </TableCell>
              <TableCell className="break-words">
                {value} {current ? null : <Badge>{t('older')}</Badge>}
              </TableCell>
              <TableCell className="whitespace-nowrap">
                <AccessSource source={source} formats={formats} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableScroll>
  )
}
