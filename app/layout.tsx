import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { getLocale, getTimeZone } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Messages } from '@/components/app/messages'
import { Theme } from '@/components/app/theme'
import { Toaster } from '@/components/ui/toaster'
import { readNonce } from '@/lib/server/content-policy'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Personae', template: '%s · Personae' },
  robots: { index: false, follow: false },
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, timeZone, incoming] = await Promise.all([getLocale(), getTimeZone(), headers()])
  return (
    <html lang={locale} suppressHydrationWarning>
      <body>
        <Messages locale={locale} timeZone={timeZone}>
          <Theme nonce={readNonce(incoming)}>
            {children}
            <Toaster />
          </Theme>
        </Messages>
      </body>
    </html>
  )
}
