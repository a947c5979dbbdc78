'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { toast } from 'sonner'
import { ConfirmAction } from '@/components/app/confirm-action'
import { useFormats } from '@/components/app/formats-provider'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card, CardBody, CardDescription, CardHeader, CardTitle } from '@/components/ui/card'
import { revokeInvitation } from '@/lib/accounts/actions-people'
import type { InvitationView } from '@/lib/accounts/people-schema'
import { unwrap } from '@/lib/shared/action-result'
import { InviteDialog } from './invite-dialog'

export type InvitationsCardProps = {
  invitations: readonly InvitationView[]
  /** how long a new link is valid */
  days: number
}

/** The links that can still be used, each of which can be withdrawn. */
export function InvitationsCard({ invitations, days }: InvitationsCardProps) {
  const t = useTranslations('accounts')
  const formats = useFormats()
  const router = useRouter()
  async function revoke({ id, label }: InvitationView) {
    unwrap(await revokeInvitation({ id }))
    toast.success(t('invitations.revoked', { label }))
    router.refresh()
  }
  return (
    <Card>
      <CardHeader>
        <div>
          <CardTitle>{t('invitations.title')}</CardTitle>
          <CardDescription>{t('invitations.description', { days })}</CardDescription>
        </div>
        <InviteDialog />
      </CardHeader>
      <CardBody>
        {invitations.length === 0 ? (
          <p className="text-sm text-muted">{t('invitations.none')}</p>
        ) : (
          <ul className="flex flex-col rounded-lg border border-border">
            {invitations.map((invitation) => {
              const { id, label, role } = invitation
              return (
                <li
                  key={id}
                  className="flex flex-wrap items-center justify-between gap-3 border-b border-border px-4 py-3 text-sm last:border-0"
                >
                  <div className="min-w-0">
                    <p className="flex flex-wrap items-center gap-2 font-medium break-words">
                      {label}
                      <Badge>{t(`people.roleNames.${role}`)}</Badge>
                    </p>
                    <p className="text-muted">
                      {t('invitations.valid', {
                        date: formats.date(invitation.createdAt),
                        until: formats.dateTime(invitation.expiresAt),
                      })}
                    </p>
                  </div>
                  <ConfirmAction
                    trigger={
                      <Button size="sm" aria-label={t('invitations.revokeName', { label })}>
                        {t('invitations.revoke')}
                      </Button>
                    }
                    title={t('invitations.revokeTitle', { label })}
                    description={t('invitations.revokeDescription')}
                    confirmLabel={t('invitations.revoke')}
                    action={() => revoke(invitation)}
                  />
                </li>
              )
            })}
          </ul>
        )}
      </CardBody>
    </Card>
  )
}
