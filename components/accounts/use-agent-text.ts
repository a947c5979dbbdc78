'use client'

import { useTranslations } from 'next-intl'
import type { SessionView } from '@/lib/accounts/security-schema'

/** What a session runs in, in words. */
export function useAgentText(): (session: Pick<SessionView, 'browser' | 'system'>) => string {
  const t = useTranslations('accounts.sessions')
  return ({ browser, system }) => {
    if (browser && system) return t('agent', { browser, system })
    if (browser) return t('agentBrowser', { browser })
    return system ? t('agentSystem', { system }) : t('agentUnknown')
  }
}
