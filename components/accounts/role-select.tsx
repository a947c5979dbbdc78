'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { toast } from 'sonner'
import { useErrorText } from '@/components/app/use-error-text'
import { Alert } from '@/components/ui/alert'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Select } from '@/components/ui/select'
import { changeRole } from '@/lib/accounts/actions-people'
import type { MemberView } from '@/lib/accounts/people-schema'
import { unwrap } from '@/lib/shared/action-result'
import { type Role, roles } from '@/lib/shared/roles'

/** A member's role; choosing another one changes it at once, after a question where it is the reader's own. */
export function RoleSelect({ member }: { member: MemberView }) {
  const t = useTranslations('accounts.people')
  const errorText = useErrorText()
  const router = useRouter()
  const { id, name, self } = member
  const [asked, setAsked] = useState<Role | null>(null)
  const change = useMutation({
    mutationFn: async (role: Role) => unwrap(await changeRole({ memberId: id, role })),
    onSuccess: (_, role) => {
      toast.success(t('roleChanged', { name, role: t(`roleNames.${role}`) }))
      // The page that is open may be none of theirs any more.
      if (self) window.location.assign('/settings')
      else router.refresh()
    },
  })
  return (
    <div className="flex max-w-full flex-col gap-2">
      <Select
        size="sm"
        wrapperClassName="w-36"
        aria-label={t('roleOf', { name })}
        value={change.isPending ? change.variables : member.role}
        disabled={change.isPending}
        onChange={(event) => {
          const role = event.target.value as Role
          if (self) setAsked(role)
          else change.mutate(role)
        }}
      >
        {roles.map((role) => (
          <option key={role} value={role}>
            {t(`roleNames.${role}`)}
          </option>
        ))}
      </Select>
      {change.error ? (
        <Alert tone="danger" className="max-w-72">
          {errorText(change.error)}
        </Alert>
      ) : null}
      <ConfirmDialog
        danger
        open={asked !== null}
        onOpenChange={(open) => (open ? null : setAsked(null))}
        title={t('changeOwnTitle')}
        description={t('changeOwnDescription')}
        confirmLabel={t('changeOwnConfirm')}
        onConfirm={() => {
          if (asked) change.mutate(asked)
        }}
      />
    </div>
  )
}
