'use client'

import { useTranslations } from 'next-intl'
import { useFormats } from '@/components/app/formats-provider'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { TableCell, TableHeader, TableRow } from '@/components/ui/table'
import type { ColumnProfile } from '@/lib/csv/column-profile'
import { ColumnDetails } from './column-details'
import { useColumnName } from './use-column-name'
import { useProfileText } from './use-profile-text'

type ColumnRowProps = {
  column: number
  headers: readonly string[]
  profile: ColumnProfile
  /** rows that could be split into the file's columns */
  records: number
}

/** One column of the file at a glance; the rest opens in a dialog. */
export function ColumnRow({ column, headers, profile, records }: ColumnRowProps) {
  const t = useTranslations('data.quality')
  const formats = useFormats()
  const name = useColumnName(headers)(column)
  const profileText = useProfileText()
  const { type, filled, distinct, distinctExact, min, max, problemRows } = profile
  const share = records > 0 ? filled / records : 0
  const range = min === null ? '–' : min === max ? profileText(type, min) : null
  return (
    <TableRow>
      <TableHeader scope="row" className="max-w-48 border-0 text-sm text-text">
        <span className="block truncate" title={name}>
          {name}
        </span>
      </TableHeader>
      <TableCell className="whitespace-nowrap">{t(`types.${type}`)}</TableCell>
      <TableCell numeric>{formats.percent(share)}</TableCell>
      <TableCell numeric className="whitespace-nowrap">
        {distinctExact ? formats.integer(distinct) : t('about', { count: formats.compact(distinct) })}
      </TableCell>
      <TableCell className="max-w-64">
        <span className="block truncate">
          {range ?? t('fromTo', { from: profileText(type, min), to: profileText(type, max) })}
        </span>
      </TableCell>
      <TableCell numeric className={problemRows > 0 ? 'text-danger' : 'text-muted'}>
        {formats.integer(problemRows)}
      </TableCell>
      <TableCell>
        <Dialog>
          <DialogTrigger asChild>
            <Button size="sm">
              {t('details')}
              <span className="sr-only">: {name}</span>
            </Button>
          </DialogTrigger>
          <DialogContent size="lg" title={name} description={t(`types.${type}`)}>
            <ColumnDetails profile={profile} records={records} />
          </DialogContent>
        </Dialog>
      </TableCell>
    </TableRow>
  )
}
