'use client'

import { type AbstractIntlMessages, NextIntlClientProvider } from 'next-intl'
import { type ReactNode, use } from 'react'
import type { Locale } from '@/lib/shared/locales'

// Files of their own, which browsers keep: within the page, all words of a language would be most of its bytes and of
// the time that the server needs for it.
const files: Record<Locale, () => Promise<{ messages: AbstractIntlMessages }>> = {
  en: () => import('@/lib/i18n/client-en'),
  'zh-CN': () => import('@/lib/i18n/client-zh-cn'),
}
const loaded = new Map<Locale, Promise<{ messages: AbstractIntlMessages }>>()

function load(locale: Locale) {
  const file = loaded.get(locale) ?? files[locale]()
  loaded.set(locale, file)
  file.catch(() => loaded.delete(locale))
  return file
}

// Not only once React asks for them.
if (typeof document !== 'undefined' && document.documentElement.lang in files)
  void load(document.documentElement.lang as Locale)

type Props = { locale: Locale; timeZone: string; children: ReactNode }

/** The words of one language, for all components within. */
export function Messages({ locale, timeZone, children }: Props) {
  const { messages } = use(load(locale))
  return (
    <NextIntlClientProvider locale={locale} timeZone={timeZone} messages={messages}>
      {children}
    </NextIntlClientProvider>
  )
}
