'use client'

import { Check, Pencil } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useFormats } from '@/components/app/formats-provider'
import { Button } from '@/components/ui/button'
import { assignCell } from '@/lib/rfm/edit-map'
import { findGrid, foldCells } from '@/lib/rfm/rfm-grid'
import { listCells } from '@/lib/rfm/rfm-map'
import type { RfmGrids } from '@/lib/segments/rfm-grid-schema'
import { FewPeople } from '../few-people'
import { BoundsTable } from './bounds-table'
import { EditToolbar } from './edit-toolbar'
import { writeScores } from './prepare-grid'
import { RfmGridChart } from './rfm-grid-chart'
import { SegmentTable } from './segment-table'
import type { MapDraft } from './use-map-draft'
import { useMapSegments } from './use-map-segments'

type LiveGridProps = { draft: MapDraft; grids: RfmGrids; canEdit: boolean; smallGroup: number }

/** A map on today's data, with everything that can be changed about it. */
export function LiveGrid({ draft, grids, canEdit, smallGroup }: LiveGridProps) {
  const t = useTranslations('rfm.edit')
  const formats = useFormats()
  const [editing, setEditing] = useState(false)
  const [chosen, setBrush] = useState(0)
  const [said, setSaid] = useState('')
  const { map } = draft
  const segments = useMapSegments(map)
  const grid = findGrid(grids.grids, map)
  if (!grid) return null
  const figures = foldCells(map, grid.cells)
  const brush = Math.min(chosen, segments.length - 1)

  function pick(index: number) {
    const cell = listCells(map)[index]
    if (!cell) return
    draft.edit((before) => assignCell(before, index, brush))
    setSaid(t('moved', { scores: writeScores(cell), segment: segments[brush]?.name ?? '' }))
  }

  return (
    <>
      <RfmGridChart
        map={map}
        segments={segments}
        bounds={grid.bounds}
        figures={figures}
        actions={
          canEdit ? (
            <Button size="sm" aria-pressed={editing} onClick={() => setEditing(!editing)}>
              {editing ? <Check aria-hidden /> : <Pencil aria-hidden />}
              {t(editing ? 'stop' : 'start')}
            </Button>
          ) : null
        }
        toolbar={
          editing ? <EditToolbar draft={draft} segments={segments} brush={brush} onBrush={setBrush} /> : null
        }
        onPick={editing ? pick : undefined}
      />
      <FewPeople what="cells" sizes={figures.map(({ customers }) => customers)} threshold={smallGroup} />
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
      <div className="grid items-start gap-6 2xl:grid-cols-2">
        <SegmentTable
          draft={draft}
          segments={segments}
          figures={figures}
          editing={editing}
          onBrush={setBrush}
        />
        <BoundsTable map={map} bounds={grid.bounds} figures={figures} formats={formats} />
      </div>
    </>
  )
}
