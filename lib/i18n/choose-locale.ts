import { defaultLocale, isLocale, type Locale } from '@/lib/shared/locales'

/** The first language of an Accept-Language header that the interface speaks: any Chinese is zh-CN. */
export function readAcceptLanguage(header: string | null): Locale | undefined {
  const ranked = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean)
      return { tag, quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
  for (const { tag } of ranked) {
    if (/^zh\b/.test(tag)) return 'zh-CN'
    if (/^en\b/.test(tag)) return 'en'
  }
  return undefined
}

/** The reader's own choice wins, then the workspace's language, then the browser's. */
export function chooseLocale(
  choice?: string,
  workspace?: string,
  acceptLanguage: string | null = null,
): Locale {
  if (isLocale(choice)) return choice
  if (isLocale(workspace)) return workspace
  return readAcceptLanguage(acceptLanguage) ?? defaultLocale
}
