'use client'

import { Printer } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'

/** Opens the browser's print dialog, which also saves as PDF. */
export function PrintButton() {
  const t = useTranslations('insights.report')
  return (
    <Button variant="primary" data-print="hide" onClick={() => window.print()}>
      <Printer aria-hidden />
      {t('print')}
    </Button>
  )
}
