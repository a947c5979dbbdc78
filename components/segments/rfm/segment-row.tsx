'use client'

import { Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { seriesColor } from '@/components/charts/series-color'
import { Button } from '@/components/ui/button'
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu'
import { Input } from '@/components/ui/input'
import { Swatch } from '@/components/ui/swatch'
import { TableCell, TableRow } from '@/components/ui/table'
import type { RfmCell, RfmMap } from '@/lib/rfm/rfm-map'
import type { Formats } from '@/lib/shared/formatting'
import { shareOf } from '../share'
import type { MapSegment } from './use-map-segments'

type SegmentRowProps = {
  position: number
  segments: readonly MapSegment[]
  given: RfmMap['segments'][number]
  cells: number
  sum: RfmCell
  /** of the whole map */
  all: RfmCell
  formats: Formats
  editing: boolean
  onRename: (name: string) => void
  /** null where a segment must stay */
  onRemove: ((into: number) => void) | null
}

export function SegmentRow(props: SegmentRowProps) {
  const { position, segments, given, cells, sum, all, formats, editing, onRename, onRemove } = props
  const t = useTranslations('rfm.segments')
  const words = useTranslations('segment-names.names')
  const segment = segments[position]!
  const shares = {
    customers: shareOf(sum.customers, all.customers),
    revenue: shareOf(sum.revenue, all.revenue),
  }
  const withShare = (value: string, share: number | null) =>
    share === null ? value : t('value', { value, share: formats.percent(share, 1) })
  return (
    <TableRow>
      <th scope="row" className="min-w-44 py-2 pr-3 pl-4 text-left font-medium">
        <span className="flex items-center gap-2">
          <Swatch color={seriesColor(segment.color)} />
          {editing ? (
            <Input
              aria-label={t('nameOf', { name: segment.name })}
              aria-invalid={(!given.key && given.name?.trim() === '') || undefined}
              value={given.name ?? segment.name}
              placeholder={given.key ? words(`${given.key}.name`) : undefined}
              maxLength={60}
              onChange={(event) => onRename(event.target.value)}
              className="min-w-36"
            />
          ) : (
            segment.name
          )}
        </span>
      </th>
      <TableCell numeric>{withShare(formats.integer(sum.customers), shares.customers)}</TableCell>
      <TableCell numeric>{withShare(formats.moneyCompact(sum.revenue), shares.revenue)}</TableCell>
      <TableCell numeric>{sum.customers > 0 ? formats.money(sum.revenue / sum.customers) : '–'}</TableCell>
      <TableCell numeric>{formats.integer(cells)}</TableCell>
      {editing ? (
        <TableCell className="w-12">
          {onRemove ? (
            <DropdownMenu>
              <DropdownMenuTrigger asChild>
                <Button size="sm" variant="ghost" aria-label={t('remove', { name: segment.name })}>
                  <Trash2 aria-hidden />
                </Button>
              </DropdownMenuTrigger>
              <DropdownMenuContent>
                <DropdownMenuLabel>{t('into')}</DropdownMenuLabel>
                {segments.map(({ name, color }, i) =>
                  i === position ? null : (
                    <DropdownMenuItem key={color} onSelect={() => onRemove(i)}>
                      <Swatch color={seriesColor(color)} />
                      {name}
                    </DropdownMenuItem>
                  ),
                )}
              </DropdownMenuContent>
            </DropdownMenu>
          ) : null}
        </TableCell>
      ) : null}
    </TableRow>
  )
}
