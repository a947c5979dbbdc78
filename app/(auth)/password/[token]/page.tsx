import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ChoosePasswordForm } from '@/components/accounts/choose-password-form'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { describePasswordLink } from '@/lib/accounts/password-link-service'
import { passwordLinkHours } from '@/lib/accounts/people-schema'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts.passwordLink')
  return { title: t('title'), robots: { index: false } }
}

export default async function PasswordPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const [t, found] = await Promise.all([
    getTranslations('accounts.passwordLink'),
    describePasswordLink(token),
  ])
  if (!found)
    return (
      <EmptyState
        heading="h1"
        title={t('refusedTitle')}
        description={t('refused', { hours: passwordLinkHours })}
        actions={<ButtonLink href="/sign-in">{t('toSignIn')}</ButtonLink>}
      />
    )
  return <ChoosePasswordForm token={token} {...found} />
}
