'use client'

import { parseAsInteger, useQueryState } from 'nuqs'
import { useTransition } from 'react'
import { Pagination } from '@/components/ui/pagination'

export type MoversPagesProps = { page: number; pageSize: number; total: number }

/** Turns the pages of a flow's customers; the page is kept in the address. */
export function MoversPages({ page, pageSize, total }: MoversPagesProps) {
  const [isPending, startTransition] = useTransition()
  const [, setPage] = useQueryState('page', parseAsInteger.withOptions({ shallow: false, startTransition }))
  return <Pagination page={page} pageSize={pageSize} total={total} onPageChange={setPage} busy={isPending} />
}
