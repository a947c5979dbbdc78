import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { hasPostgres } from '../lib/tooling/postgres'

const root = fileURLToPath(new URL('..', import.meta.url))
const kills = 8

for (const provider of ['sqlite', 'postgresql']) {
  test(`loses nothing on ${provider} when the web server, the worker and its jobs are killed`, async () => {
    test.skip(process.platform !== 'linux', 'the processes are found in /proc')
    test.skip(provider === 'postgresql' && !hasPostgres(), 'PostgreSQL is not installed')
    test.setTimeout(180_000)
    const args = ['--import', 'tsx', 'bench/kill.ts', String(kills), '1', provider]
    const env = { ...process.env, NODE_OPTIONS: '--conditions=react-server' }
    // It looks for all that must not be and ends with another code than 0 where it finds any of it.
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root, env })
    expect(stdout).toContain(`| kills | ${kills} |`)
    expect(stdout).toMatch(/\| imports acknowledged \| [1-9]/)
  })
}
