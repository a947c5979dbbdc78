'use client'

import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { RadioGroup } from '@/components/ui/radio-group'
import type { RecommenderExport } from '@/lib/recommendations/export-schema'
import { ExportButton } from './export-button'

export type ExportListsDialogProps = { id: string; name: string; withSegments: boolean }

/** The ways out for a recommender's lists. */
export function ExportListsDialog({ id, name, withSegments }: ExportListsDialogProps) {
  const t = useTranslations('recommendations.exports')
  const [open, setOpen] = useState(false)
  const [what, setWhat] = useState<Exclude<RecommenderExport, 'audience'>>('long')
  const choices = (['long', 'wide', 'segments', 'products'] as const).filter(
    (one) => one !== 'segments' || withSegments,
  )
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button variant="primary">
          <Download aria-hidden />
          {t('trigger')}
        </Button>
      </DialogTrigger>
      <DialogContent
        title={t('title', { name })}
        description={t('description')}
        footer={
          <ExportButton
            request={{ recommenderId: id, what, name: t(`names.${what}`, { name }).slice(0, 120) }}
            onDone={() => setOpen(false)}
          >
            {t('download')}
          </ExportButton>
        }
      >
        <RadioGroup
          label={t('what')}
          value={what}
          onValueChange={(value) => setWhat(choices.find((one) => one === value) ?? 'long')}
          options={choices.map((value) => ({ value, label: t(value) }))}
        />
      </DialogContent>
    </Dialog>
  )
}
