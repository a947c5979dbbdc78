import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AcceptForm } from '@/components/accounts/accept-form'
import { JoinCard } from '@/components/accounts/join-card'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { describeInvitation } from '@/lib/accounts/invitation-service'
import { invitationDays } from '@/lib/accounts/people-schema'
import { findSession } from '@/lib/server/access'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts.invitations')
  return { title: t('title'), robots: { index: false } }
}

export default async function InvitePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const [t, invitation, session] = await Promise.all([
    getTranslations('accounts.accept'),
    describeInvitation(token),
    findSession(),
  ])
  if (invitation.state !== 'open')
    return (
      <EmptyState
        heading="h1"
        title={t('refusedTitle')}
        description={t(`refused.${invitation.state}`, { days: invitationDays })}
        actions={<ButtonLink href="/sign-in">{t('toSignIn')}</ButtonLink>}
      />
    )
  const { brand, role } = invitation
  return session ? (
    <JoinCard token={token} brand={brand} role={role} name={session.user.name} />
  ) : (
    <AcceptForm token={token} brand={brand} role={role} />
  )
}
