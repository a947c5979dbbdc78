'use client'

import { Undo2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { toast } from 'sonner'
import { useErrorText } from '@/components/app/use-error-text'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { undoImport } from '@/lib/data/actions'
import type { ImportDetail } from '@/lib/data/schema'
import { unwrap } from '@/lib/shared/action-result'

type UndoImportButtonProps = { detail: Pick<ImportDetail, 'id' | 'fileName' | 'report'> }

/** Takes an import out of the data once its user has seen what goes with it. */
export function UndoImportButton({ detail: { id, fileName, report } }: UndoImportButtonProps) {
  const t = useTranslations('data')
  const router = useRouter()
  const errorText = useErrorText()
  const [error, setError] = useState<unknown>(null)
  const [open, setOpen] = useState(false)
  async function undo() {
    try {
      unwrap(await undoImport({ importId: id }))
    } catch (failure) {
      setError(failure)
      throw failure
    }
    toast.success(t('import.undone', { name: fileName }))
    router.refresh()
  }
  return (
    <ConfirmDialog
      danger
      open={open}
      onOpenChange={(next) => {
        setError(null)
        setOpen(next)
      }}
      trigger={
        <Button>
          <Undo2 aria-hidden />
          {t('import.undo')}
        </Button>
      }
      title={t('import.undoTitle', { name: fileName })}
      description={t('import.undoDescription')}
      confirmLabel={t('import.undo')}
      onConfirm={undo}
    >
      {report ? (
        <ul className="flex list-disc flex-col gap-1 pl-5 text-sm marker:text-muted">
          {report.tables.map(({ table, created, updated, removed }) => (
            <li key={table}>
              {t('import.undoTable', { table: t(`tables.${table}.name`), created, updated, removed })}
            </li>
          ))}
        </ul>
      ) : null}
      {error ? (
        <div className="mt-3">
          <Alert tone="danger">{errorText(error)}</Alert>
        </div>
      ) : null}
    </ConfirmDialog>
  )
}
