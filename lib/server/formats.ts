import 'server-only'
import { getLocale } from 'next-intl/server'
import { cache } from 'react'
import { createFormats, type Formats } from '@/lib/shared/formatting'
import { requirePage } from './access'

/** Formats in the reader's language with the workspace's currency and time zone. */
export const getFormats = cache(async (): Promise<Formats> => {
  const [locale, { workspace }] = await Promise.all([getLocale(), requirePage()])
  return createFormats(locale, workspace.currency, workspace.timeZone)
})
