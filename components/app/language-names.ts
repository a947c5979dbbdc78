import type { Locale } from '@/lib/shared/locales'

/** Each language in its own words. */
export const languageNames: readonly { value: Locale; name: string }[] = [
  { value: 'en', name: 'English' },
  { value: 'zh-CN', name: '简体中文' },
]
