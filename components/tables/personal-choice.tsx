'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useErrorText } from '@/components/app/use-error-text'
import { Alert } from '@/components/ui/alert'
import { Badge } from '@/components/ui/badge'
import { Checkbox } from '@/components/ui/checkbox'
import { isDecidable } from '@/lib/csv/personal-columns'
import { choosePersonal } from '@/lib/privacy/personal-columns-actions'
import { unwrap } from '@/lib/shared/action-result'
import type { Column } from '@/lib/tables/schema'

export type PersonalChoiceProps = { column: Column; canDecide: boolean }

/** Says that a column of customers is personal; owners and analysts say otherwise where it is not always so. */
export function PersonalChoice({ column: { key, personal }, canDecide }: PersonalChoiceProps) {
  const t = useTranslations('tables.personal')
  const router = useRouter()
  const errorText = useErrorText()
  const choose = useMutation({
    mutationFn: async (chosen: boolean) => unwrap(await choosePersonal({ choices: { [key]: chosen } })),
    onSuccess: () => router.refresh(),
  })
  if (!canDecide || !isDecidable(key))
    return (
      <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
        <Badge tone="info">{t('badge')}</Badge>
        {t(canDecide ? 'always' : 'hidden')}
      </p>
    )
  return (
    <div className="flex flex-col gap-2">
      <Checkbox
        label={t('choice')}
        description={t('choiceHint')}
        checked={choose.isPending ? choose.variables : personal}
        disabled={choose.isPending}
        onChange={(event) => choose.mutate(event.target.checked)}
      />
      {choose.error ? <Alert tone="danger">{errorText(choose.error)}</Alert> : null}
    </div>
  )
}
