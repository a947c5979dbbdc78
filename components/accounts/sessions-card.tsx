'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { toast } from 'sonner'
import { ConfirmAction } from '@/components/app/confirm-action'
import { useFormats } from '@/components/app/formats-provider'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card, CardBody, CardDescription, CardHeader, CardTitle } from '@/components/ui/card'
import { endOtherSessions, endSession } from '@/lib/accounts/actions-security'
import type { SessionView } from '@/lib/accounts/security-schema'
import { unwrap } from '@/lib/shared/action-result'
import { useAgentText } from './use-agent-text'

/** Where the reader is signed in; every session but this one can be ended. */
export function SessionsCard({ sessions }: { sessions: readonly SessionView[] }) {
  const t = useTranslations('accounts.sessions')
  const router = useRouter()
  async function endOthers() {
    const { ended } = unwrap(await endOtherSessions())
    toast.success(t('othersEnded', { count: ended }))
    router.refresh()
  }
  return (
    <Card>
      <CardHeader>
        <div>
          <CardTitle>{t('title')}</CardTitle>
          <CardDescription>{t('description')}</CardDescription>
        </div>
        {sessions.length > 1 ? (
          <ConfirmAction
            trigger={<Button>{t('endOthers')}</Button>}
            title={t('endOthersTitle')}
            description={t('endOthersDescription')}
            confirmLabel={t('endOthers')}
            action={endOthers}
          />
        ) : null}
      </CardHeader>
      <CardBody>
        <ul className="flex flex-col rounded-lg border border-border">
          {sessions.map((session) => (
            <SessionRow key={session.id} session={session} />
          ))}
        </ul>
      </CardBody>
    </Card>
  )
}

function SessionRow({ session }: { session: SessionView }) {
  const t = useTranslations('accounts.sessions')
  const formats = useFormats()
  const router = useRouter()
  const agent = useAgentText()(session)
  const time = formats.dateTime(session.startedAt)
  async function end() {
    unwrap(await endSession({ id: session.id }))
    toast.success(t('ended'))
    router.refresh()
  }
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 border-b border-border px-4 py-3 text-sm last:border-0">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {agent}
          {session.current ? <Badge tone="accent">{t('current')}</Badge> : null}
        </p>
        <p className="break-words text-muted">
          {t('started', { time })}
          {' · '}
          {session.address ? t('address', { address: session.address }) : t('addressUnknown')}
        </p>
      </div>
      {session.current ? null : (
        <ConfirmAction
          trigger={
            <Button size="sm" aria-label={t('endName', { agent, time })}>
              {t('end')}
            </Button>
          }
          title={t('endTitle')}
          description={t('endDescription', { agent })}
          confirmLabel={t('end')}
          action={end}
        />
      )}
    </li>
  )
}
