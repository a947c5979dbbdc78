import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundlePrograms } from './bundle'

const root = process.cwd()
const models = ['prisma/schema.prisma', 'package-lock.json', 'lib/tooling/generate.ts']
const kernel = ['lib/clustering/kernel', 'lib/tooling/build-kernel.ts']
const sample = ['lib/sample', 'lib/tooling/write-sample.ts']
const product = [
  'app',
  'components',
  'lib',
  'instrumentation.ts',
  'instrumentation-client.ts',
  'proxy.ts',
  'next.config.js',
  'package-lock.json',
  'postcss.config.mjs',
]

function listFiles(path: string): string[] {
  if (!statSync(join(root, path)).isDirectory()) return [path]
  const entries = readdirSync(join(root, path), { withFileTypes: true }).filter(
    ({ name }) => name !== 'generated',
  )
  return entries
    .map(({ name }) => `${path}/${name}`)
    .sort()
    .flatMap(listFiles)
}

function fingerprint(paths: string[]): string {
  const hash = createHash('sha256')
  for (const file of paths.flatMap(listFiles))
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

/** Runs a step unless its result is there and was made from the same sources. */
function once(title: string, result: string, sources: string[], step: () => void): void {
  const mark = join(root, 'node_modules/.cache/personae', title.replaceAll(' ', '-'))
  const current = fingerprint(sources)
  if (existsSync(join(root, result)) && existsSync(mark) && readFileSync(mark, 'utf8') === current) return
  console.log(`Personae: ${title} …`)
  step()
  mkdirSync(join(mark, '..'), { recursive: true })
  writeFileSync(mark, current)
}

const runScript = (script: string) =>
  execFileSync(process.execPath, ['--import', 'tsx', script], { cwd: root, stdio: 'inherit' })

/** Makes what the programs and tests need and git does not hold: database client, kernel, sample files, dist/. */
export async function preparePrograms(): Promise<void> {
  once('database client', 'lib/generated/postgresql/client.ts', models, () =>
    runScript('lib/tooling/generate.ts'),
  )
  once('k-means kernel', 'lib/generated/kmeans-kernel.wasm', kernel, () =>
    runScript('lib/tooling/build-kernel.ts'),
  )
  once('sample brand', 'public/sample/orders.csv', sample, () => runScript('lib/tooling/write-sample.ts'))
  await bundlePrograms(root)
}

/** The production build of the web application, when sources have changed since the last one. */
export function buildWeb(): void {
  once('web application', '.next/BUILD_ID', product, () => {
    const next = join(root, 'node_modules/next/dist/bin/next')
    execFileSync(process.execPath, [next, 'build'], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
    })
  })
}
