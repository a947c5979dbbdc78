import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'

export default async function NotFound() {
  const t = await getTranslations('shell.notFound')
  return (
    <main id="main" className="mx-auto flex min-h-dvh max-w-xl flex-col justify-center px-4">
      <EmptyState
        heading="h1"
        title={t('title')}
        description={t('description')}
        actions={<ButtonLink href="/">{t('action')}</ButtonLink>}
      />
    </main>
  )
}
