'use client'

import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { ExportPeopleForm } from './export-people-form'

export type ExportAudienceDialogProps = {
  recommenderId: string
  productId: string
  /** of the file */
  name: string
}

/** The way out for the customers that one product is recommended to. */
export function ExportAudienceDialog({ recommenderId, productId, name }: ExportAudienceDialogProps) {
  const t = useTranslations('recommendations')
  const [open, setOpen] = useState(false)
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button variant="primary">
          <Download aria-hidden />
          {t('product.audienceExport')}
        </Button>
      </DialogTrigger>
      <DialogContent title={t('exports.title', { name })} description={t('exports.description')}>
        <ExportPeopleForm
          recommenderId={recommenderId}
          what="audience"
          productId={productId}
          name={name}
          onDone={() => setOpen(false)}
        />
      </DialogContent>
    </Dialog>
  )
}
