import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

function listFiles(folder: string): string[] {
  return readdirSync(root + folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return entry.name === 'generated' ? [] : listFiles(path)
    return /(?<!\.(test|fixture))\.tsx?$/.test(entry.name) ? [path] : []
  })
}

const read = (file: string) => readFileSync(root + file, 'utf8')

/** `app/(dashboard)/data/page.tsx` → `/data` */
const toPath = (file: string) =>
  `/${file
    .split('/')
    .slice(1, -1)
    .filter((part) => !part.startsWith('('))
    .join('/')}`

const methods = /^export (?:async function|function|const) (GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b/gm

/** `/segments/[id]` … */
export const listPages = (): string[] =>
  listFiles('app')
    .filter((file) => /\/page\.tsx?$/.test(file))
    .map(toPath)
    .sort()

/** `GET /api/jobs/[id]` … */
export const listRoutes = (): string[] =>
  listFiles('app')
    .filter((file) => /\/route\.tsx?$/.test(file))
    .flatMap((file) => [...read(file).matchAll(methods)].map((match) => `${match[1]} ${toPath(file)}`))
    .sort()

/** `lib/jobs/actions.ts cancelJob` … */
export const listActions = (): string[] =>
  ['app', 'components', 'lib']
    .flatMap(listFiles)
    .filter((file) => /^\s*(['"])use server\1/m.test(read(file)))
    .flatMap((file) =>
      [...read(file).matchAll(/^export (?:async function|function|const) (\w+)/gm)].map(
        (match) => `${file} ${match[1]}`,
      ),
    )
    .sort()
