import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { InvitationsCard } from '@/components/accounts/invitations-card'
import { MembersCard } from '@/components/accounts/members-card'
import { RolesCard } from '@/components/accounts/roles-card'
import { listInvitations } from '@/lib/accounts/invitation-service'
import { invitationDays } from '@/lib/accounts/people-schema'
import { listMembers } from '@/lib/accounts/people-service'
import { requirePage } from '@/lib/server/access'
import { hasRole } from '@/lib/shared/roles'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('accounts'))('settings.tabs.people') }
}

export default async function PeoplePage() {
  const viewer = await requirePage()
  if (!hasRole(viewer.role, 'owner')) notFound()
  const [members, invitations] = await Promise.all([listMembers(viewer), listInvitations(viewer)])
  return (
    <div className="grid items-start gap-6 xl:grid-cols-2">
      <MembersCard members={members} />
      <div className="flex min-w-0 flex-col gap-6">
        <InvitationsCard invitations={invitations} days={invitationDays} />
        <RolesCard />
      </div>
    </div>
  )
}
