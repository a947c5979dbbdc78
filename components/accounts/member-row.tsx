'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { toast } from 'sonner'
import { ConfirmAction } from '@/components/app/confirm-action'
import { useFormats } from '@/components/app/formats-provider'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { endSessionsOfMember, removeMember, resetTwoFactor } from '@/lib/accounts/actions-people'
import type { MemberView } from '@/lib/accounts/people-schema'
import { unwrap } from '@/lib/shared/action-result'
import { PasswordLinkDialog } from './password-link-dialog'
import { RoleSelect } from './role-select'

/** A member: who it is, their role, and what an owner may do about them. */
export function MemberRow({ member }: { member: MemberView }) {
  const t = useTranslations('accounts.people')
  const formats = useFormats()
  const router = useRouter()
  const { id, name, email, self } = member
  async function signOut() {
    const { ended } = unwrap(await endSessionsOfMember({ memberId: id }))
    toast.success(t('signedOut', { name, count: ended }))
    router.refresh()
  }
  async function unlock() {
    unwrap(await resetTwoFactor({ memberId: id }))
    toast.success(t('resetTwoFactorDone', { name }))
    router.refresh()
  }
  async function remove() {
    unwrap(await removeMember({ memberId: id }))
    toast.success(t('removed', { name }))
    router.refresh()
  }
  return (
    <li className="flex flex-col gap-3 border-b border-border px-4 py-4 text-sm last:border-0">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <p className="flex flex-wrap items-center gap-2 font-medium break-words">
            {name}
            {self ? <Badge tone="accent">{t('you')}</Badge> : null}
            {member.twoFactor ? <Badge tone="success">{t('twoFactor')}</Badge> : null}
          </p>
          <p className="break-all text-muted">{email}</p>
          <p className="mt-1 text-muted">
            {t('joined', { date: formats.date(member.joinedAt) })}
            {' · '}
            {member.lastSignInAt
              ? t('lastSignIn', { time: formats.dateTime(member.lastSignInAt) })
              : t('neverSignedIn')}
            {' · '}
            {t('sessions', { count: member.sessions })}
          </p>
        </div>
        <RoleSelect key={member.role} member={member} />
      </div>
      {self ? null : (
        <div className="flex flex-wrap gap-2">
          {member.sessions > 0 ? (
            <ConfirmAction
              trigger={
                <Button size="sm" aria-label={t('signOutOf', { name })}>
                  {t('signOut')}
                </Button>
              }
              title={t('signOutTitle', { name })}
              description={t('signOutDescription', { name })}
              confirmLabel={t('signOut')}
              action={signOut}
            />
          ) : null}
          {member.twoFactor ? (
            <ConfirmAction
              trigger={
                <Button size="sm" aria-label={t('resetTwoFactorOf', { name })}>
                  {t('resetTwoFactor')}
                </Button>
              }
              title={t('resetTwoFactorTitle', { name })}
              description={t('resetTwoFactorDescription', { name })}
              confirmLabel={t('resetTwoFactor')}
              action={unlock}
            />
          ) : null}
          <PasswordLinkDialog memberId={id} name={name} />
          <ConfirmAction
            trigger={
              <Button size="sm" aria-label={t('removeName', { name })}>
                {t('remove')}
              </Button>
            }
            title={t('removeTitle', { name })}
            description={t('removeDescription', { name })}
            confirmLabel={t('remove')}
            action={remove}
          />
        </div>
      )}
    </li>
  )
}
