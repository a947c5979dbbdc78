'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { toast } from 'sonner'
import { ConfirmAction } from '@/components/app/confirm-action'
import { useFormats } from '@/components/app/formats-provider'
import { Button } from '@/components/ui/button'
import { revokeToken } from '@/lib/accounts/actions'
import type { TokenScope, TokenView } from '@/lib/accounts/token-schema'
import { unwrap } from '@/lib/shared/action-result'

const scopeKeys = { 'recommendations:read': 'recommendations-read' } as const satisfies Record<
  TokenScope,
  string
>

/** The workspace's tokens, each of which can be revoked. */
export function TokenList({ tokens }: { tokens: readonly TokenView[] }) {
  const t = useTranslations('accounts.tokens')
  const formats = useFormats()
  const router = useRouter()
  async function revoke({ id, name }: TokenView) {
    unwrap(await revokeToken({ id }))
    toast.success(t('revoked', { name }))
    router.refresh()
  }
  if (tokens.length === 0) return <p className="text-sm text-muted">{t('none')}</p>
  return (
    <ul className="flex flex-col rounded-lg border border-border">
      {tokens.map((token) => (
        <li
          key={token.id}
          className="flex flex-wrap items-center justify-between gap-3 border-b border-border px-4 py-3 last:border-0"
        >
          <div className="min-w-0 text-sm">
            <p className="font-medium break-words">{token.name}</p>
            <p className="text-muted">
              <code>{token.hint}…</code>
              {' · '}
              {formats.list(token.scopes.map((scope) => t(`scopes.${scopeKeys[scope]}`)))}
            </p>
            <p className="text-muted">
              {t('created', { date: formats.date(token.createdAt) })}
              {' · '}
              {token.lastUsedAt
                ? t('lastUsed', { time: formats.dateTime(token.lastUsedAt) })
                : t('neverUsed')}
            </p>
          </div>
          <ConfirmAction
            trigger={
              <Button size="sm" aria-label={t('revokeName', { name: token.name })}>
                {t('revoke')}
              </Button>
            }
            title={t('revokeTitle', { name: token.name })}
            description={t('revokeDescription')}
            confirmLabel={t('revoke')}
            action={() => revoke(token)}
          />
        </li>
      ))}
    </ul>
  )
}
