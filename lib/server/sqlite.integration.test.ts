import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { openTestDatabase } from '../tooling/test-databases'
import { countUp } from './sqlite.counter.fixture'

const fixture = fileURLToPath(new URL('./sqlite.fixture.ts', import.meta.url))

it('loses no update when several processes write at once', async () => {
  const { database, dataDir, close } = await openTestDatabase('sqlite')
  const data = { name: '0', currency: 'EUR', timeZone: 'Europe/Berlin', language: 'en' }
  await database.workspace.create({ data })
  const execArgv = ['--import', 'tsx', '--conditions=react-server']
  const others = [1, 2].map(() => fork(fixture, { execArgv, env: { ...process.env, DATA_DIR: dataDir } }))
  const codes = others.map((child) => new Promise((resolve) => child.once('exit', resolve)))
  await countUp(database, 40)
  expect(await Promise.all(codes)).toEqual([0, 0])
  expect((await database.workspace.findFirstOrThrow()).name).toBe('120')
  await close()
})
