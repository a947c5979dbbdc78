import 'server-only'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { AbstractIntlMessages } from 'next-intl'
import { readEnv } from '@/lib/server/env'
import type { Locale } from '@/lib/shared/locales'

const { production } = readEnv()
const cached = new Map<Locale, { version: string; messages: AbstractIntlMessages }>()

/** Every namespace of a language: one file each, named like the namespace. In development read again when a file has changed. */
export async function loadMessages(locale: Locale): Promise<AbstractIntlMessages> {
  const last = cached.get(locale)
  if (last && production) return last.messages
  const folder = join(process.cwd(), 'lib/i18n/messages', locale)
  const files = (await readdir(folder))
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(folder, name))
  const times = await Promise.all(files.map(async (file) => (await stat(file)).mtimeMs))
  const version = times.join()
  const known = cached.get(locale)
  if (known?.version === version) return known.messages
  const entries = await Promise.all(
    files.map(async (file) => [basename(file, '.json'), JSON.parse(await readFile(file, 'utf8'))]),
  )
  const messages: AbstractIntlMessages = Object.fromEntries(entries)
  cached.set(locale, { version, messages })
  return messages
}
