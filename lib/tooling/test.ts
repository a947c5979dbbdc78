import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPrivatePostgres } from './postgres'

// Everything that must hold before a change lands: client, lint, types, unit and integration tests.
const reports = mkdtempSync(join(tmpdir(), 'personae-reports-'))
const counts = { passed: 0, failed: 0, skipped: 0 }

function run(title: string, args: string[], env: NodeJS.ProcessEnv = {}): SpawnSyncReturns<Buffer> {
  console.log(`\n── ${title}`)
  return spawnSync('npx', args, { stdio: 'inherit', env: { ...process.env, ...env } })
}

function check(title: string, args: string[]): void {
  if (run(title, args).status === 0) counts.passed++
  else counts.failed++
}

function runVitest(project: string, env: NodeJS.ProcessEnv = {}): void {
  const report = join(reports, `${project}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { status } = run(`${project} tests`, ['vitest', 'run', '--project', project, ...reporters], env)
  const result = JSON.parse(readFileSync(report, 'utf8'))
  counts.passed += result.numPassedTests
  counts.skipped += result.numPendingTests
  // A suite that cannot even be loaded has no failed test, only a failed exit.
  counts.failed += result.numFailedTests || (status === 0 ? 0 : 1)
}

check('generate the database client', ['tsx', 'lib/tooling/generate.ts'])
check('lint', ['biome', 'check', '.'])
check('types', ['tsc', '--noEmit'])
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
  rmSync(reports, { recursive: true })
}

const skipped = counts.skipped ? `, ${counts.skipped} skipped` : ''
console.log(`\n${counts.passed} passed, ${counts.failed} failed${skipped}`)
process.exitCode = counts.failed ? 1 : 0
