'use client'

import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useFormats } from '@/components/app/formats-provider'
import { Button } from '@/components/ui/button'
import { Card, CardBody, CardDescription, CardFooter, CardHeader, CardTitle } from '@/components/ui/card'
import { Table, TableBody, TableCaption, TableHead, TableHeader, TableScroll } from '@/components/ui/table'
import { addSegment, nameSegment, removeSegment } from '@/lib/rfm/edit-map'
import { sumSegments } from '@/lib/rfm/rfm-grid'
import { mostSegments, type RfmCell } from '@/lib/rfm/rfm-map'
import { SegmentRow } from './segment-row'
import type { MapDraft } from './use-map-draft'
import type { MapSegment } from './use-map-segments'

type SegmentTableProps = {
  draft: MapDraft
  segments: readonly MapSegment[]
  figures: readonly RfmCell[]
  editing: boolean
  /** a segment was added, or places have changed: cells go there from now on */
  onBrush: (segment: number) => void
}

/** The segments of a map with their sizes and money; while editing, their names, new ones and the way out. */
export function SegmentTable({ draft, segments, figures, editing, onBrush }: SegmentTableProps) {
  const t = useTranslations('rfm.segments')
  const formats = useFormats()
  const { map, edit } = draft
  const sums = sumSegments(map, figures)
  const all = sums.reduce(
    (total, { customers, revenue }) => ({
      customers: total.customers + customers,
      revenue: total.revenue + revenue,
    }),
    { customers: 0, revenue: 0 },
  )

  function add() {
    const taken = new Set(segments.map(({ name }) => name))
    let number = map.segments.length + 1
    while (taken.has(t('newName', { number }))) number++
    edit((before) => addSegment(before, t('newName', { number })))
    onBrush(map.segments.length)
  }

  return (
    <Card>
      <CardHeader>
        <div>
          <CardTitle>{t('title')}</CardTitle>
          <CardDescription>
            {t('complete', { cells: map.cells.length, segments: map.segments.length })}
          </CardDescription>
        </div>
      </CardHeader>
      <CardBody>
        <TableScroll label={t('title')}>
          <Table>
            <TableCaption>{t('title')}</TableCaption>
            <TableHead>
              <tr>
                <TableHeader>{t('name')}</TableHeader>
                <TableHeader numeric>{t('customers')}</TableHeader>
                <TableHeader numeric>{t('revenue')}</TableHeader>
                <TableHeader numeric>{t('perCustomer')}</TableHeader>
                <TableHeader numeric>{t('cells')}</TableHeader>
                {editing ? (
                  <TableHeader>
                    <span className="sr-only">{t('actions')}</span>
                  </TableHeader>
                ) : null}
              </tr>
            </TableHead>
            <TableBody>
              {segments.map((segment, i) => (
                <SegmentRow
                  key={segment.color}
                  position={i}
                  segments={segments}
                  given={map.segments[i]!}
                  cells={map.cells.filter((cell) => cell === i).length}
                  sum={sums[i]!}
                  all={all}
                  formats={formats}
                  editing={editing}
                  onRename={(name) => edit((before) => nameSegment(before, i, name), `name ${i}`)}
                  onRemove={
                    map.segments.length > 2
                      ? (into) => {
                          edit((before) => removeSegment(before, i, into))
                          onBrush(into > i ? into - 1 : into)
                        }
                      : null
                  }
                />
              ))}
            </TableBody>
          </Table>
        </TableScroll>
      </CardBody>
      {editing ? (
        <CardFooter>
          <Button disabled={map.segments.length >= mostSegments} onClick={add}>
            <Plus aria-hidden />
            {t('add')}
          </Button>
          {map.segments.length >= mostSegments ? (
            <p className="text-sm text-muted">{t('most', { most: mostSegments })}</p>
          ) : null}
        </CardFooter>
      ) : null}
    </Card>
  )
}
