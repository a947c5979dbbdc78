import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { SessionsCard } from '@/components/accounts/sessions-card'
import { TokensCard } from '@/components/accounts/tokens-card'
import { TwoFactorCard } from '@/components/accounts/two-factor-card'
import { listSessions } from '@/lib/accounts/session-service'
import { listTokens } from '@/lib/accounts/token-service'
import { hasTwoFactor } from '@/lib/accounts/two-factor-service'
import { requirePage } from '@/lib/server/access'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('accounts'))('settings.tabs.security') }
}

/** Where the reader's browser reaches this server. */
function readAddress(sent: Headers): string {
  const secure = sent.get('x-forwarded-proto')?.split(',')[0]?.trim() === 'https'
  return `${secure ? 'https' : 'http'}://${sent.get('host') ?? 'localhost'}`
}

export default async function SecurityPage() {
  const viewer = await requirePage()
  const [sessions, twoFactor] = await Promise.all([listSessions(viewer), hasTwoFactor()])
  return (
    <div className="grid items-start gap-6 xl:grid-cols-2">
      <SessionsCard sessions={sessions} />
      <div className="flex min-w-0 flex-col gap-6">
        <TwoFactorCard on={twoFactor} />
        {viewer.role === 'owner' ? (
          <TokensCard tokens={await listTokens(viewer)} address={readAddress(await headers())} />
        ) : null}
      </div>
    </div>
  )
}
