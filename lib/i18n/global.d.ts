import type { locales } from '@/lib/shared/locales'

declare module 'next-intl' {
  interface AppConfig {
    Locale: (typeof locales)[number]
  }
}
