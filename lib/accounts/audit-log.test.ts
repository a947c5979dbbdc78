import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { locales } from '@/lib/shared/locales'

const root = fileURLToPath(new URL('../..', import.meta.url))

const sources = ['app', 'components', 'lib'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.(test|fixture)\.ts$|^generated\//.test(path))
    .map((path) => ({ file: `${folder}/${path}`, text: readFileSync(join(root, folder, path), 'utf8') })),
)

/** Every action that the code can record: what looks like noun.verb in a file that records. */
const actions = new Set(
  sources
    .filter(({ text }) => /\brecordEvent\(/.test(text))
    .flatMap(({ text }) => [...text.matchAll(/'([a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*)'/g)])
    .map((match) => match[1] ?? ''),
)

type Words = { [key: string]: string | Words }

describe('the audit log', () => {
  it('finds the actions', () => {
    expect(actions.size).toBeGreaterThan(25)
    expect(actions).toContain('import.undo')
    expect(actions).toContain('two-factor.enable')
  })

  it.each(locales)('has words in %s for every action and its kind', (locale) => {
    const file = join(root, 'lib/i18n/messages', locale, 'accounts.json')
    const { audit } = JSON.parse(readFileSync(file, 'utf8')) as {
      audit: { actions: Words; groups: Words }
    }
    const known = Object.entries(audit.actions).flatMap(([noun, verbs]) =>
      Object.keys(verbs).map((verb) => `${noun}.${verb}`),
    )
    expect([...actions].filter((action) => !known.includes(action))).toEqual([])
    expect(Object.keys(audit.groups).sort()).toEqual(Object.keys(audit.actions).sort())
  })

  it('is only ever added to', () => {
    const changed = /auditEvent\s*\.\s*(update|updateMany|updateManyAndReturn|delete|deleteMany|upsert)\b/
    expect(sources.filter(({ text }) => changed.test(text)).map(({ file }) => file)).toEqual([])
    const raw = /(UPDATE|DELETE\s+FROM|TRUNCATE)\s+"?AuditEvent\b/i
    expect(sources.filter(({ text }) => raw.test(text)).map(({ file }) => file)).toEqual([])
  })

  it('is written in one place', () => {
    const written = sources.filter(({ text }) => /auditEvent\s*\.\s*create/.test(text))
    expect(written.map(({ file }) => file)).toEqual(['lib/server/audit.ts'])
  })
})
