import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const isTest = (file: string) => /\.(test|fixture|spec)\.tsx?$/.test(file)

function listSources(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return entry.name === 'generated' ? [] : listSources(path)
    return /\.tsx?$/.test(entry.name) ? [path] : []
  })
}

type Source = { file: string; text: string; imports: { from: string; typeOnly: boolean }[] }

function readSource(file: string): Source {
  const text = readFileSync(join(root, file), 'utf8')
  const statements = text.matchAll(/^(?:import|export)\s([^'"`;]*?\bfrom\s+)?['"]([^'"]+)['"]/gm)
  const dynamic = text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g)
  const resolve = (path: string) =>
    path.startsWith('@/')
      ? path.slice(2)
      : path.startsWith('.')
        ? relative(root, join(root, dirname(file), path))
        : path
  return {
    file,
    text,
    imports: [
      ...[...statements].map((match) => ({
        from: resolve(match[2] ?? ''),
        typeOnly: match[1]?.startsWith('type ') ?? false,
      })),
      ...[...dynamic].map((match) => ({ from: resolve(match[1] ?? ''), typeOnly: false })),
    ],
  }
}

const sources = ['app', 'components', 'lib']
  .flatMap(listSources)
  .filter((file) => !isTest(file))
  .map(readSource)
const within = (...folders: string[]) => {
  return ({ file }: Source) => folders.some((folder) => file.startsWith(`${folder}/`))
}

/** Every import for which `broken` holds, as 'file → import'. */
function findBroken(
  chosen: (source: Source) => boolean,
  broken: (from: string, typeOnly: boolean) => boolean,
) {
  return sources
    .filter(chosen)
    .flatMap(({ file, imports }) =>
      imports.filter(({ from, typeOnly }) => broken(from, typeOnly)).map(({ from }) => `${file} → ${from}`),
    )
}

const features = ['data', 'segments', 'tables', 'recommendations', 'audiences', 'accounts', 'customers']
const pure = ['csv', 'features', 'clustering', 'recommending', 'rfm', 'rules', 'statistics', 'shared'].map(
  (name) => `lib/${name}`,
)
const outside =
  /^(react|react-dom|next|next-intl|@prisma|@duckdb|@libsql|node:|pg$|server-only)|^lib\/(server|generated|warehouse|jobs)\//

describe('import rules of the design', () => {
  it('finds the sources', () => {
    expect(sources.length).toBeGreaterThan(100)
  })

  it('points from app to components to lib, never back', () => {
    expect(findBroken(within('lib'), (from) => /^(app|components)\//.test(from))).toEqual([])
    expect(findBroken(within('components'), (from) => from.startsWith('app/'))).toEqual([])
  })

  it('keeps features apart', () => {
    for (const feature of features) {
      const others = features.filter((other) => other !== feature).map((other) => `lib/${other}/`)
      const broken = findBroken(within(`lib/${feature}`), (from) =>
        others.some((other) => from.startsWith(other)),
      )
      expect(broken).toEqual([])
    }
  })

  it('keeps the mathematics pure', () => {
    expect(findBroken(within(...pure), (from, typeOnly) => outside.test(from) && !typeOnly)).toEqual([])
    const impure = sources
      .filter(within(...pure))
      .filter(({ text }) => /process\.env|Date\.now|Math\.random|new Date\(\)/.test(text))
    expect(impure.map(({ file }) => file)).toEqual([])
  })

  it('lets components see only schema, client and actions of a feature', () => {
    const folder = new RegExp(`^lib/(${features.join('|')}|jobs)/`)
    const allowed = /\/([a-z]+-)*(schema|client|actions)(-[a-z-]+)?$/
    const broken = findBroken(within('components'), (from) => folder.test(from) && !allowed.test(from))
    expect(broken).toEqual([])
    expect(findBroken(within('components'), (from) => from.startsWith('lib/server/'))).toEqual([])
  })

  it('keeps Prisma, DuckDB, the environment and Recharts in their places', () => {
    const prisma = (from: string, typeOnly: boolean) =>
      /^(@prisma\/client|lib\/generated)/.test(from) && !typeOnly
    const mayUsePrisma = (source: Source) =>
      within('lib/jobs', 'lib/server', 'lib/tooling')(source) ||
      /\/repository(-[a-z-]+)?\.ts$/.test(source.file)
    expect(findBroken((source) => !mayUsePrisma(source), prisma)).toEqual([])

    const duckdb = (from: string, typeOnly: boolean) => from.startsWith('@duckdb/') && !typeOnly
    const mayUseDuckdb = (source: Source) =>
      within('lib/warehouse', 'lib/tooling')(source) || /\/queries(-[a-z-]+)?\.ts$/.test(source.file)
    expect(findBroken((source) => !mayUseDuckdb(source), duckdb)).toEqual([])

    const env = sources.filter(
      ({ file, text }) => /process\.env\b/.test(text) && !within('lib/tooling')({ file } as Source),
    )
    expect(
      env
        .map(({ file }) => file)
        .filter(
          (file) =>
            !['lib/server/env.ts', 'lib/server/serve.ts', 'lib/jobs/back-up-database.ts'].includes(file),
        ),
    ).toEqual([])
    expect(
      findBroken(
        (source) => !within('components/charts')(source),
        (from) => from === 'recharts',
      ),
    ).toEqual([])
  })

  it('marks server files', () => {
    const server = sources.filter(
      ({ file }) =>
        /^lib\/(server|jobs|data|segments|accounts|customers)\/(.*\/)?(service|repository|queries)(-[a-z-]+)?\.ts$/.test(
          file,
        ) || file.startsWith('lib/server/'),
    )
    expect(
      server.filter(({ text }) => !text.startsWith("import 'server-only'")).map(({ file }) => file),
    ).toEqual([])
  })
})
