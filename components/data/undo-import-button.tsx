'use client'

import { Undo2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { toast } from 'sonner'
import { ConfirmAction } from '@/components/app/confirm-action'
import { Button } from '@/components/ui/button'
import { undoImport } from '@/lib/data/actions'
import type { ImportDetail } from '@/lib/data/schema'
import { unwrap } from '@/lib/shared/action-result'

type UndoImportButtonProps = { detail: Pick<ImportDetail, 'id' | 'fileName' | 'report'> }

/** Takes an import out of the data once its user has seen what goes with it. */
export function UndoImportButton({ detail: { id, fileName, report } }: UndoImportButtonProps) {
  const t = useTranslations('data')
  const router = useRouter()
  async function undo() {
    unwrap(await undoImport({ importId: id }))
    toast.success(t('import.undone', { name: fileName }))
    router.refresh()
  }
  return (
    <ConfirmAction
      trigger={
        <Button>
          <Undo2 aria-hidden />
          {t('import.undo')}
        </Button>
      }
      title={t('import.undoTitle', { name: fileName })}
      description={t('import.undoDescription')}
      confirmLabel={t('import.undo')}
      action={undo}
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
    </ConfirmAction>
  )
}
