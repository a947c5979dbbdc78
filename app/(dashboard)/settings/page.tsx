import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { NameForm } from '@/components/accounts/name-form'
import { PasswordForm } from '@/components/accounts/password-form'
import { WorkspaceForm } from '@/components/accounts/workspace-form'
import { Card, CardBody, CardDescription, CardHeader, CardTitle } from '@/components/ui/card'
import { DefinitionList } from '@/components/ui/definition-list'
import { requirePage } from '@/lib/server/access'
import { defaultLocale, isLocale } from '@/lib/shared/locales'
import { listRegions } from '@/lib/shared/regions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('accounts'))('settings.title') }
}

export default async function SettingsPage() {
  const [viewer, t] = await Promise.all([requirePage(), getTranslations('accounts')])
  const { user, role, workspace } = viewer
  const { name, currency, timeZone } = workspace
  const language = isLocale(workspace.language) ? workspace.language : defaultLocale
  return (
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
      <div className="flex flex-col gap-6">
        <Card>
          <CardHeader>
            <CardTitle>{t('settings.account')}</CardTitle>
          </CardHeader>
          <CardBody className="flex flex-col gap-6">
            <DefinitionList
              items={[
                { term: t('person.email'), value: user.email },
                { term: t('settings.role'), value: t(`roles.${role}`) },
              ]}
            />
            <NameForm name={user.name} />
          </CardBody>
        </Card>
        <Card>
          <CardHeader>
            <CardTitle>{t('settings.passwordTitle')}</CardTitle>
          </CardHeader>
          <CardBody>
            <PasswordForm />
          </CardBody>
        </Card>
      </div>
    </div>
  )
}
