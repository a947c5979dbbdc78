'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { toast } from 'sonner'
import { useErrorText } from '@/components/app/use-error-text'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { HydratedFields } from '@/components/ui/hydrated-fields'
import { saveWorkspace } from '@/lib/accounts/actions'
import type { WorkspaceSettings } from '@/lib/accounts/schema'
import { unwrap } from '@/lib/shared/action-result'
import type { Regions } from '@/lib/shared/regions'
import { WorkspaceFields } from './workspace-fields'

export type WorkspaceFormProps = { settings: WorkspaceSettings; regions: Regions; canEdit: boolean }

export function WorkspaceForm({ settings, regions, canEdit }: WorkspaceFormProps) {
  const t = useTranslations('accounts')
  const errorText = useErrorText()
  const router = useRouter()
  const [value, setValue] = useState(settings)
  const save = useMutation({
    mutationFn: async () => unwrap(await saveWorkspace(value)),
    onSuccess: () => {
      toast.success(t('settings.saved'))
      router.refresh()
    },
  })
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <HydratedFields>
        <WorkspaceFields value={value} onChange={setValue} disabled={!canEdit} regions={regions} />
        {save.error ? <Alert tone="danger">{errorText(save.error)}</Alert> : null}
        {canEdit ? (
          <Button type="submit" variant="primary" className="self-start" loading={save.isPending}>
            {t('settings.save')}
          </Button>
        ) : (
          <p className="text-sm text-muted">{t('settings.ownerOnly')}</p>
        )}
      </HydratedFields>
    </form>
  )
}
