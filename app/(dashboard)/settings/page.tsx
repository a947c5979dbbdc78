import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import { PasswordForm } from '@/components/accounts/password-form'
import { TokensCard } from '@/components/accounts/tokens-card'
import { WorkspaceForm } from '@/components/accounts/workspace-form'
import { Card, CardBody, CardDescription, CardHeader, CardTitle } from '@/components/ui/card'
import { DefinitionList } from '@/components/ui/definition-list'
import { PageHeader } from '@/components/ui/page-header'
import { listTokens } from '@/lib/accounts/token-service'
import { requirePage } from '@/lib/server/access'
import { defaultLocale, isLocale } from '@/lib/shared/locales'
import { listRegions } from '@/lib/shared/regions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('accounts'))('settings.title') }
}

/** Where the reader's browser reaches this server. */
function readAddress(sent: Headers): string {
  const secure = sent.get('x-forwarded-proto')?.split(',')[0]?.trim() === 'https'
  return `${secure ? 'https' : 'http'}://${sent.get('host') ?? 'localhost'}`
}

export default async function SettingsPage() {
  const [viewer, t] = await Promise.all([requirePage(), getTranslations('accounts')])
  const { user, role, workspace } = viewer
  const { name, currency, timeZone } = workspace
  const language = isLocale(workspace.language) ? workspace.language : defaultLocale
  return (
    <>
      <PageHeader title={t('settings.title')} />
      <div className="grid items-start gap-6 xl:grid-cols-2">
        <Card>
          <CardHeader>
            <div>
              <CardTitle>{t('settings.workspace')}</CardTitle>
              <CardDescription>{t('settings.workspaceDescription')}</CardDescription>
            </div>
          </CardHeader>
          <CardBody>
            <WorkspaceForm
              settings={{ name, currency, timeZone, language }}
              regions={listRegions(await getLocale(), timeZone)}
              canEdit={role === 'owner'}
            />
          </CardBody>
        </Card>
        <Card>
          <CardHeader>
            <CardTitle>{t('settings.account')}</CardTitle>
          </CardHeader>
          <CardBody className="flex flex-col gap-6">
            <DefinitionList
              items={[
                { term: t('person.name'), value: user.name },
                { term: t('person.email'), value: user.email },
                { term: t('settings.role'), value: t(`roles.${role}`) },
              ]}
            />
            <PasswordForm />
          </CardBody>
        </Card>
        {role === 'owner' ? (
          <TokensCard tokens={await listTokens(viewer)} address={readAddress(await headers())} />
        ) : null}
      </div>
    </>
  )
}
