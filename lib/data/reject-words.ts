import 'server-only'
import { createTranslator } from 'next-intl'
import { chooseLocale } from '@/lib/i18n/choose-locale'
import { loadMessages } from '@/lib/i18n/messages'
import type { RejectWords } from './write-rejects'

/** The words of a rejected-rows file in a workspace's language. */
export async function loadRejectWords(language: string): Promise<RejectWords> {
  const locale = chooseLocale(undefined, language)
  const messages = await loadMessages(locale)
  const t = createTranslator({ locale, messages, namespace: 'rejects' }) as (
    key: string,
    values?: Record<string, number>,
  ) => string
  return (reason, facts) => ({ reason: t(`reasons.${reason}`, facts), hint: t(`hints.${reason}`) })
}
