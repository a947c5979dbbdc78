const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const locales = ['en', 'zh-CN', 'de', 'fr', 'es', 'it']
const others = { usa: 'US', uk: 'GB', 'great britain': 'GB', england: 'GB', 中国大陆: 'CN' }

let codes: Map<string, string> | undefined

/** Codes of ISO 3166 by themselves and by their countries' names in common languages, in lower case. */
function listCodes(): Map<string, string> {
  const found = new Map<string, string>(Object.entries(others))
  for (const locale of locales) {
    const names = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' })
    for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
      const name = names.of(code)
      // Codes of countries that are no more, such as DD, stand for the present one.
      const isCurrent = Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`
      if (!name || !isCurrent || code === 'ZZ') continue
      if (!found.has(code.toLowerCase())) found.set(code.toLowerCase(), code)
      if (!found.has(name.toLowerCase())) found.set(name.toLowerCase(), code)
    }
  }
  return found
}

/** The two letters of a country that is written as such or by name; empty where it is not known. */
export function countryCode(text: string): string {
  codes ??= listCodes()
  return codes.get(text.trim().toLowerCase()) ?? ''
}
