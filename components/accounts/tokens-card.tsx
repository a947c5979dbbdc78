import { useTranslations } from 'next-intl'
import { Card, CardBody, CardDescription, CardHeader, CardTitle } from '@/components/ui/card'
import type { TokenView } from '@/lib/accounts/token-schema'
import { CreateTokenDialog } from './create-token-dialog'
import { TokenList } from './token-list'

export type TokensCardProps = {
  tokens: readonly TokenView[]
  /** where this server answers, without a slash at the end */
  address: string
}

/** What programs may read with, and how they ask. */
export function TokensCard({ tokens, address }: TokensCardProps) {
  const t = useTranslations('accounts.tokens')
  const request = `curl -H "Authorization: Bearer ${t('exampleToken')}" "${address}/api/v1/recommendations/${t('exampleCustomer')}"`
  return (
    <Card>
      <CardHeader>
        <div>
          <CardTitle>{t('title')}</CardTitle>
          <CardDescription>{t('description')}</CardDescription>
        </div>
        <CreateTokenDialog />
      </CardHeader>
      <CardBody className="flex flex-col gap-5">
        <TokenList tokens={tokens} />
        <div className="min-w-0 text-sm">
          <p className="mb-2 text-muted">{t('example')}</p>
          <pre className="rounded-lg border border-border bg-subtle p-3 text-xs break-words whitespace-pre-wrap">
            <code>{request}</code>
          </pre>
        </div>
      </CardBody>
    </Card>
  )
}
