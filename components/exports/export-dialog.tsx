'use client'

import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { segmentTitle, type TitledSegment } from '@/components/segments/segment-title'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { ExportForm } from './export-form'

export type ExportDialogProps = { segment: TitledSegment & { id: string } }

/** The way from a segment to a file of its people. */
export function ExportDialog({ segment }: ExportDialogProps) {
  const t = useTranslations('exports.dialog')
  const words = useTranslations('segment-names')
  const [open, setOpen] = useState(false)
  const name = segmentTitle(words, segment)
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button variant="primary">
          <Download aria-hidden />
          {t('trigger')}
        </Button>
      </DialogTrigger>
      <DialogContent title={t('title', { name })} description={t('description')} size="lg">
        <ExportForm segmentId={segment.id} segmentName={name} onDone={() => setOpen(false)} />
      </DialogContent>
    </Dialog>
  )
}
