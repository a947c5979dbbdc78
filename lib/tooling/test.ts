import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { auditPackages } from './audit'
import { ensureChromium } from './chromium'
import { startPrivatePostgres } from './postgres'
import { buildWeb, preparePrograms } from './prepare'

// Everything that must hold before a change lands: lint, types, unit, integration and end-to-end tests.
const reports = mkdtempSync(join(tmpdir(), 'personae-reports-'))
const counts = { passed: 0, failed: 0, skipped: 0 }

function run(title: string, args: string[], env: Record<string, string> = {}): SpawnSyncReturns<Buffer> {
  console.log(`\n── ${title}`)
  return spawnSync('npx', args, { stdio: 'inherit', env: { ...process.env, ...env } })
}

function check(title: string, args: string[]): void {
  if (run(title, args).status === 0) counts.passed++
  else counts.failed++
}

function runVitest(project: string, env: Record<string, string> = {}): void {
  const report = join(reports, `${project}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { status } = run(`${project} tests`, ['vitest', 'run', '--project', project, ...reporters], env)
  const result = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {}
  counts.passed += result.numPassedTests ?? 0
  counts.skipped += result.numPendingTests ?? 0
  // A suite that cannot even be loaded has no failed test, only a failed exit.
  counts.failed += result.numFailedTests || (status === 0 ? 0 : 1)
}

function runPlaywright(chromium: string): void {
  const report = join(reports, 'e2e.json')
  const env: Record<string, string> = {
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    ...(chromium === 'playwright' ? {} : { CHROMIUM_PATH: chromium }),
  }
  const args = ['playwright', 'test', '-c', 'e2e/playwright.config.ts', '--reporter=list,json']
  const { status } = run('end-to-end tests', args, env)
  const { stats = {} } = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {}
  counts.passed += stats.expected ?? 0
  counts.skipped += stats.skipped ?? 0
  counts.failed += stats.unexpected || (status === 0 ? 0 : 1)
}

await preparePrograms()
check('lint', ['biome', 'check', '.'])
check('types', ['tsc', '--noEmit'])
const audit = auditPackages()
console.log(`\n── npm audit\n${audit.says}`)
if (audit.failed) counts.failed++
runVitest('unit')

const postgres = await startPrivatePostgres()
console.log(
  postgres
    ? '\nIntegration tests run on SQLite and on a private PostgreSQL cluster.'
    : '\nPostgreSQL is not installed (apt-get install postgresql): integration tests run on SQLite only.',
)
try {
  runVitest('integration', postgres ? { TEST_POSTGRES_URL: postgres.url } : {})
} finally {
  postgres?.stop()
}

const chromium = ensureChromium()
if (chromium) {
  buildWeb()
  runPlaywright(chromium)
} else {
  console.error('End-to-end tests cannot run: no Chromium could be installed (apt-get install chromium).')
  counts.failed++
}
rmSync(reports, { recursive: true })

const skipped = counts.skipped ? `, ${counts.skipped} skipped` : ''
console.log(`\n${counts.passed} passed, ${counts.failed} failed${skipped}`)
process.exitCode = counts.failed ? 1 : 0
