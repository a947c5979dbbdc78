'use client'

import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { RadioGroup } from '@/components/ui/radio-group'
import { peopleExports, type RecommenderExport } from '@/lib/recommendations/export-schema'
import { ExportButton } from './export-button'
import { ExportPeopleForm } from './export-people-form'

export type ExportListsDialogProps = { id: string; name: string; withSegments: boolean }

/** The ways out for a recommender's lists. */
export function ExportListsDialog({ id, name, withSegments }: ExportListsDialogProps) {
  const t = useTranslations('recommendations.exports')
  const [open, setOpen] = useState(false)
  const [what, setWhat] = useState<Exclude<RecommenderExport, 'audience'>>('long')
  const choices = (['long', 'wide', 'segments', 'products'] as const).filter(
    (one) => one !== 'segments' || withSegments,
  )
  const fileName = t(`names.${what}`, { name }).slice(0, 120)
  const close = () => setOpen(false)
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button variant="primary">
          <Download aria-hidden />
          {t('trigger')}
        </Button>
      </DialogTrigger>
      <DialogContent title={t('title', { name })} description={t('description')}>
        <div className="flex flex-col gap-6">
          <RadioGroup
            label={t('what')}
            value={what}
            onValueChange={(value) => setWhat(choices.find((one) => one === value) ?? 'long')}
            options={choices.map((value) => ({ value, label: t(value) }))}
          />
          {peopleExports.includes(what) ? (
            <ExportPeopleForm
              recommenderId={id}
              what={what}
              productId={null}
              name={fileName}
              onDone={close}
            />
          ) : (
            <div className="flex justify-end">
              <ExportButton request={{ recommenderId: id, what, name: fileName }} onDone={close}>
                {t('download')}
              </ExportButton>
            </div>
          )}
        </div>
      </DialogContent>
    </Dialog>
  )
}
