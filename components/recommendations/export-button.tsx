'use client'

import { useMutation } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { toast } from 'sonner'
import { useErrorText } from '@/components/app/use-error-text'
import { startDownload } from '@/components/exports/start-download'
import { Button } from '@/components/ui/button'
import { prepareExport } from '@/lib/recommendations/actions'
import type { RecommenderExportRequest } from '@/lib/recommendations/export-schema'
import { unwrap } from '@/lib/shared/action-result'

export type ExportButtonProps = {
  request: RecommenderExportRequest
  disabled?: boolean
  onDone: () => void
  children: ReactNode
}

/** Prepares an export and downloads it. */
export function ExportButton({ request, disabled = false, onDone, children }: ExportButtonProps) {
  const t = useTranslations('recommendations.exports')
  const errorText = useErrorText()
  const prepare = useMutation({
    mutationFn: async () => unwrap(await prepareExport(request)),
    onSuccess: ({ url }) => {
      startDownload(url)
      toast.success(t('started'))
      onDone()
    },
    onError: (error) => toast.error(errorText(error)),
  })
  return (
    <Button
      variant="primary"
      disabled={disabled}
      loading={prepare.isPending}
      onClick={() => prepare.mutate()}
    >
      <Download aria-hidden />
      {children}
    </Button>
  )
}
