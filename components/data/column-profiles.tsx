'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Card, CardBody, CardDescription, CardHeader, CardTitle } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/checkbox'
import { Pagination } from '@/components/ui/pagination'
import { SearchInput } from '@/components/ui/search-input'
import {
  Table,
  TableBody,
  TableCaption,
  TableHead,
  TableHeader,
  TableRow,
  TableScroll,
} from '@/components/ui/table'
import type { InspectionResult } from '@/lib/data/schema'
import { findColumns } from './column-quality'
import { ColumnRow } from './column-row'
import { Disclosure } from './disclosure'

const pageSize = 10

/** What all the rows say of each column of the file: a page of columns at a time. */
export function ColumnProfiles({ file }: { file: InspectionResult }) {
  const t = useTranslations('data.quality')
  const { headers, columns, records } = file
  const withProblems = columns.filter(({ problemRows }) => problemRows > 0).length
  return (
    <Card>
      <CardHeader>
        <div>
          <CardTitle>{t('title')}</CardTitle>
          <CardDescription>
            {t('description', { columns: headers.length, rows: records })}{' '}
            {t('problems', { count: withProblems })}
          </CardDescription>
        </div>
      </CardHeader>
      <CardBody className="pt-3">
        <Disclosure summary={t('show')}>
          <ColumnList file={file} withProblems={withProblems} />
        </Disclosure>
      </CardBody>
    </Card>
  )
}

function ColumnList({ file, withProblems }: { file: InspectionResult; withProblems: number }) {
  const t = useTranslations('data.quality')
  const { headers, columns } = file
  const split = file.records - file.rejected.reduce((sum, { rows }) => sum + rows, 0)
  const [filter, setFilter] = useState({ text: '', problemsOnly: false })
  const [page, setPage] = useState(1)
  const found = findColumns(headers, columns, filter)
  const shown = found.slice((page - 1) * pageSize, page * pageSize)
  const change = (values: Partial<typeof filter>) => {
    setFilter({ ...filter, ...values })
    setPage(1)
  }
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <SearchInput
          label={t('search')}
          maxLength={200}
          value={filter.text}
          onChange={(text) => change({ text })}
          className="w-full max-w-64"
        />
        {withProblems > 0 ? (
          <Checkbox
            label={t('problemsOnly')}
            checked={filter.problemsOnly}
            onChange={(event) => change({ problemsOnly: event.target.checked })}
          />
        ) : null}
      </div>
      {shown.length > 0 ? (
        <TableScroll label={t('title')}>
          <Table>
            <TableCaption>{t('title')}</TableCaption>
            <TableHead>
              <TableRow>
                <TableHeader>{t('column')}</TableHeader>
                <TableHeader>{t('type')}</TableHeader>
                <TableHeader numeric>{t('filled')}</TableHeader>
                <TableHeader numeric>{t('distinct')}</TableHeader>
                <TableHeader>{t('range')}</TableHeader>
                <TableHeader numeric>{t('unfit')}</TableHeader>
                <TableHeader>{t('more')}</TableHeader>
              </TableRow>
            </TableHead>
            <TableBody>
              {shown.map((column) => {
                const profile = columns[column]
                return profile ? (
                  <ColumnRow
                    key={column}
                    column={column}
                    headers={headers}
                    profile={profile}
                    records={split}
                  />
                ) : null
              })}
            </TableBody>
          </Table>
        </TableScroll>
      ) : (
        <p role="status" className="text-muted">
          {t('none')}
        </p>
      )}
      {found.length > pageSize ? (
        <Pagination page={page} pageSize={pageSize} total={found.length} onPageChange={setPage} />
      ) : null}
    </div>
  )
}
