'use client'

import { useTranslations } from 'next-intl'
import { toast } from 'sonner'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card, CardBody, CardDescription, CardHeader, CardTitle } from '@/components/ui/card'
import { renewBackupCodes, stopTwoFactor } from '@/lib/accounts/actions-security'
import { unwrap } from '@/lib/shared/action-result'
import { PasswordDialog } from './password-dialog'
import { TwoFactorDialog } from './two-factor-dialog'

/** The second factor of the reader's own sign-in. */
export function TwoFactorCard({ on }: { on: boolean }) {
  const t = useTranslations('accounts.twoFactor')
  return (
    <Card>
      <CardHeader>
        <div>
          <CardTitle className="flex items-center gap-2">
            {t('title')}
            <Badge tone={on ? 'success' : 'neutral'}>{t(on ? 'on' : 'off')}</Badge>
          </CardTitle>
          <CardDescription>{t('description')}</CardDescription>
        </div>
      </CardHeader>
      <CardBody className="flex flex-wrap gap-2">
        <TwoFactorDialog on={on} />
        {on ? (
          <>
            <PasswordDialog
              trigger={<Button>{t('renew')}</Button>}
              title={t('renewTitle')}
              description={t('renewDescription')}
              confirmLabel={t('renewConfirm')}
              action={async (password) => unwrap(await renewBackupCodes({ password })).backupCodes}
            />
            <PasswordDialog
              trigger={<Button variant="danger">{t('turnOff')}</Button>}
              title={t('offTitle')}
              description={t('offDescription')}
              confirmLabel={t('turnOff')}
              action={async (password) => {
                unwrap(await stopTwoFactor({ password }))
                toast.success(t('turnedOff'))
                return null
              }}
            />
          </>
        ) : null}
      </CardBody>
    </Card>
  )
}
