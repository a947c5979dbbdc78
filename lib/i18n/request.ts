import 'server-only'
import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { findViewer } from '@/lib/server/access'
import { chooseLocale } from './choose-locale'
import { loadMessages } from './messages'

export default getRequestConfig(async () => {
  const [viewer, jar, incoming] = await Promise.all([findViewer(), cookies(), headers()])
  const locale = chooseLocale(
    jar.get('locale')?.value,
    viewer?.workspace.language,
    incoming.get('accept-language'),
  )
  return { locale, messages: await loadMessages(locale), timeZone: viewer?.workspace.timeZone ?? 'UTC' }
})
