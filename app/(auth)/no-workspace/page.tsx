import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { SignOutButton } from '@/components/accounts/sign-out-button'
import { EmptyState } from '@/components/ui/empty-state'
import { findSession, findViewer } from '@/lib/server/access'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('accounts.noWorkspace'))('title') }
}

/** Where somebody stands who is signed in but a member of nothing, such as a member who was removed. */
export default async function NoWorkspacePage() {
  const [session, viewer] = await Promise.all([findSession(), findViewer()])
  if (!session) redirect('/sign-in')
  if (viewer) redirect('/')
  const t = await getTranslations('accounts.noWorkspace')
  return (
    <EmptyState
      heading="h1"
      title={t('title')}
      description={t('description', { email: session.user.email })}
      actions={<SignOutButton label={t('signOut')} />}
    />
  )
}
