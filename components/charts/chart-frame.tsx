'use client'

import { ChartNoAxesColumn, Download, Table2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useId, useRef, useState } from 'react'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button'
import { Card, CardBody, CardHeader, CardTitle } from '@/components/ui/card'
import { cn } from '@/components/ui/cn'
import { HelpTip } from '@/components/ui/help-tip'
import { ChartFigures } from './chart-figures'
import { downloadPng } from './download-png'

export type ChartColumn = { key: string; label: string; numeric?: boolean }

/** The chart as a table: cells are already formatted, by column key. */
export type ChartTable = { columns: readonly ChartColumn[]; rows: readonly Record<string, string>[] }

export type ChartFrameProps = {
  title: string
  /** One sentence that says what the chart shows. */
  reading: string
  table: ChartTable
  /** Of the PNG, without extension. */
  fileName: string
  /** Explains the chart behind a question mark beside the title. */
  help?: ReactNode
  /** Controls of the chart (a feature picker, for instance), left of the frame's own buttons. */
  actions?: ReactNode
  className?: string
  children: ReactNode
}

/** The frame of every chart: title, reading, the drawing or its table, and the picture to take away. */
export function ChartFrame({
  title,
  reading,
  table,
  fileName,
  help,
  actions,
  className,
  children,
}: ChartFrameProps) {
  const t = useTranslations('charts')
  const id = useId()
  const area = useRef<HTMLDivElement>(null)
  const [asTable, setAsTable] = useState(false)
  const [saving, setSaving] = useState(false)
  const savePicture = async () => {
    if (!area.current) return
    setSaving(true)
    try {
      await downloadPng(area.current, { title, reading, fileName })
    } catch {
      toast.error(t('frame.pngFailed'))
    } finally {
      setSaving(false)
    }
  }
  return (
    <Card aria-labelledby={`${id}-title`} className={className}>
      <CardHeader>
        <div className="min-w-0 flex-1 basis-64">
          <div className="flex items-center gap-1">
            <CardTitle id={`${id}-title`}>{title}</CardTitle>
            {help ? <HelpTip term={title}>{help}</HelpTip> : null}
          </div>
          <p className="mt-1 max-w-prose text-sm text-muted">{reading}</p>
        </div>
        <div data-print="hide" className="flex flex-wrap items-center gap-2">
          {actions}
          <Button size="sm" onClick={() => setAsTable(!asTable)}>
            {asTable ? <ChartNoAxesColumn aria-hidden /> : <Table2 aria-hidden />}
            {t(asTable ? 'frame.showChart' : 'frame.showTable')}
          </Button>
          <Button size="sm" loading={saving} onClick={savePicture}>
            <Download aria-hidden />
            {t('frame.png')}
          </Button>
        </div>
      </CardHeader>
      <CardBody>
        <div inert={asTable} className={cn(asTable && 'h-0 overflow-hidden')}>
          <div ref={area} className="relative">
            {children}
          </div>
        </div>
        {asTable ? <ChartFigures title={title} table={table} /> : null}
      </CardBody>
    </Card>
  )
}
