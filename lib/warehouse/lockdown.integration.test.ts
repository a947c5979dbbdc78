import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formatRecord } from '@/lib/csv/write-record'
import { openTestWorkspace, type TestWorkspace } from '@/lib/data/data.fixture'
import { rowsQuerySchema } from '@/lib/tables/schema'
import { getColumnSummary, getRows } from '@/lib/tables/service'
import { queryRows } from './duckdb'
import { quoteText } from './sql'

const secret = 'nobody may read this'

let test: TestWorkspace
/** A folder next to the data folder, with a file that holds the secret. */
let outside: string
beforeAll(async () => {
  test = await openTestWorkspace('sqlite')
  outside = await mkdtemp(join(tmpdir(), 'personae-outside-'))
  await writeFile(join(outside, 'secret.csv'), `a,b\n${secret},1\n`)
  await writeFile(join(test.dataDir, 'auth-secret'), secret)
  await mkdir(join(test.dataDir, 'uploads'), { recursive: true })
  await symlink(join(outside, 'secret.csv'), join(test.dataDir, 'uploads/link.csv'))
  await symlink(outside, join(test.dataDir, 'uploads/folder'))
})
afterAll(async () => {
  await test.close()
  await rm(outside, { recursive: true })
})

const data = (path: string) => quoteText(join(test.dataDir, path))
const out = (path: string) => quoteText(join(outside, path))

/** Statements by which a query could read, write or change what it must not; each is to be refused by DuckDB itself. */
const attacks: Record<string, () => string> = {
  'another file as CSV': () => `SELECT * FROM read_csv(${out('secret.csv')})`,
  'another file as text': () => `SELECT * FROM read_text(${out('secret.csv')})`,
  'the environment': () => `SELECT * FROM read_blob('/proc/self/environ')`,
  'JSON and Parquet functions': () => `SELECT * FROM parquet_metadata(${out('secret.csv')})`,
  'the sniffer': () => `SELECT * FROM sniff_csv(${out('secret.csv')})`,
  'a file as a table': () => `SELECT * FROM ${out('secret.csv')}`,
  'one of several files': () => `SELECT * FROM read_text([${data('uploads/a.csv')}, ${out('secret.csv')}])`,
  'names of all files': () => `SELECT * FROM glob('/**')`,
  'names in the data folder': () => `SELECT * FROM glob(${data('*')})`,
  'the application’s database': () => `SELECT * FROM read_blob(${data('personae.db')})`,
  'the application’s keys': () => `SELECT * FROM read_text(${data('auth-secret')})`,
  'a path that climbs': () =>
    `SELECT * FROM read_text('${test.dataDir}/uploads/../../${outside.split('/').at(-1)}/secret.csv')`,
  'a link to a file': () => `SELECT * FROM read_text(${data('uploads/link.csv')})`,
  'a link to a folder': () => `SELECT * FROM read_text(${data('uploads/folder/secret.csv')})`,
  'a file address': () => `SELECT * FROM read_text('file://${outside}/secret.csv')`,
  'writing elsewhere': () => `COPY (SELECT 1) TO ${out('written.csv')}`,
  'writing through a link': () => `COPY (SELECT 1) TO ${data('uploads/folder/written.csv')}`,
  'overwriting the keys': () => `COPY (SELECT 1) TO ${data('auth-secret')}`,
  'exporting the database': () => `EXPORT DATABASE ${out('exported')}`,
  'another database': () => `ATTACH ${out('other.duckdb')} AS other`,
  'the application’s database, attached': () => `ATTACH ${data('personae.db')} AS app (TYPE sqlite)`,
  'installing an extension': () => 'INSTALL httpfs',
  'loading an extension': () => 'LOAD httpfs',
  'an extension that was uploaded': () => `LOAD ${data('uploads/evil.duckdb_extension')}`,
  'the network': () => `SELECT * FROM read_csv('http://127.0.0.1:9/x.csv')`,
  'a bucket': () => `SELECT * FROM read_parquet('s3://bucket/x.parquet')`,
  'a stored secret': () => `CREATE PERSISTENT SECRET kept (TYPE http)`,
  'a pragma that writes': () => `PRAGMA profiling_output = ${out('profile.json')}`,
}

const locked = [
  ...['enable_external_access = true', 'lock_configuration = false', `allowed_directories = ['/']`],
  ...[`allowed_paths = ['/etc/passwd']`, `memory_limit = '100GB'`, 'threads = 64', `temp_directory = '/'`],
  ...[`max_temp_directory_size = '1TB'`, 'allow_unsigned_extensions = true', `file_search_path = '/etc'`],
]

describe('the warehouse', () => {
  const isIntact = async () => {
    expect(await readdir(outside)).toEqual(['secret.csv'])
    expect(await queryRows(test.warehouse, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  }

  it.each(Object.keys(attacks))('refuses %s', async (name) => {
    const answer = queryRows(test.warehouse, attacks[name]?.() ?? '')
    await expect(answer).rejects.toThrow(/Permission Error|Invalid Input Error|Catalog Error/)
    await isIntact()
  })

  it.each(locked)('refuses SET %s', async (setting) => {
    await expect(queryRows(test.warehouse, `SET ${setting}`)).rejects.toThrow(/Cannot change/)
    await expect(queryRows(test.warehouse, `RESET ${setting.split(' ')[0]}`)).rejects.toThrow(/Cannot change/)
  })

  it('is bounded in memory, threads and disk, and confined to its folders', async () => {
    const rows = await queryRows<{ name: string; value: string }>(
      test.warehouse,
      'SELECT name, value FROM duckdb_settings()',
    )
    const settings = Object.fromEntries(rows.map(({ name, value }) => [name, value]))
    expect(settings).toMatchObject({
      ...{ memory_limit: '476.8 MiB', threads: '2', max_temp_directory_size: '18.6 GiB' },
      ...{
        enable_external_access: 'false',
        lock_configuration: 'true',
        temp_directory: `${test.dataDir}/tmp`,
      },
      ...{ autoinstall_known_extensions: 'false', autoload_known_extensions: 'false' },
      ...{ allow_community_extensions: 'false', allow_unsigned_extensions: 'false' },
    })
    const folders = ['texts', 'tmp', 'uploads', 'warehouse'].map((folder) => `${test.dataDir}/${folder}/`)
    expect(settings.allowed_directories).toBe(`[${folders.join(', ')}]`)
  })
})

describe('what users send', () => {
  /** Texts that would run if they were ever put into a statement. */
  const payloads = () => [
    `'; COPY (SELECT 1) TO ${out('written.csv')}; --`,
    `"; ATTACH ${out('other.duckdb')}; --`,
    `customer_id, (SELECT content FROM read_text(${data('auth-secret')}))`,
    `'] || (SELECT content FROM read_text(${data('auth-secret')})) || attributes['`,
    `$v0; SET lock_configuration = false`,
    join(outside, 'secret.csv'),
  ]

  it('is data in values, headers and file names', async () => {
    const all = payloads()
    const line = (first: string) => formatRecord([first, ...all])
    const { stage } = await test.importText(`${line('customer_id')}\n${line('1')}\n`, {}, all[2])
    expect(stage).toBe('imported')
    const columns = all.map((payload) => `attributes:${payload}`)
    const filters = columns.map((column, index) => ({ column, is: 'equals', value: all[index] }))
    const query = rowsQuerySchema.parse({ columns, filters, q: all[0], sort: columns[1] })
    const { rows } = await getRows(test.owner, 'customers', query)
    expect(rows.map(({ cells }) => cells)).toEqual([all])
    await test.clear()
    expect(await readdir(outside)).toEqual(['secret.csv'])
  })

  it('is data in sorting, filters, columns and searches of a table', async () => {
    await test.importText('customer_id,city\n1,Köln\n')
    for (const payload of payloads()) {
      const query = { q: '', filters: [], columns: ['customer_id'], sort: 'customer_id' }
      const ask = (change: Record<string, unknown>) =>
        getRows(test.owner, 'customers', rowsQuerySchema.parse({ ...query, ...change }))
      for (const change of [
        { sort: payload },
        { columns: [payload] },
        { filters: [{ column: payload, is: 'equals', value: '1' }] },
      ])
        await expect(ask(change)).rejects.toMatchObject({ code: 'tableQueryInvalid' })
      for (const value of [
        { column: 'city', is: 'contains', value: payload },
        { column: `attributes:${payload}`, is: 'filled' },
      ])
        expect(await ask({ filters: [value] })).toEqual({ total: 0, rows: [] })
      expect(await ask({ q: payload.slice(0, 200) })).toEqual({ total: 0, rows: [] })
      expect((await ask({ sort: `attributes:${payload}` })).total).toBe(1)
      await expect(getColumnSummary(test.owner, 'customers', payload)).rejects.toMatchObject({
        code: 'tableQueryInvalid',
      })
      expect((await getColumnSummary(test.owner, 'customers', `attributes:${payload}`)).filled).toBe(0)
    }
    expect(() => rowsQuerySchema.parse({ sort: 'x', columns: ['x'], direction: 'desc; --' })).toThrow()
    expect(() => rowsQuerySchema.parse({ sort: 'x', columns: ['x'], page: '1; --' })).toThrow()
    expect(await readdir(outside)).toEqual(['secret.csv'])
    expect(
      await queryRows(test.warehouse, 'SELECT * FROM duckdb_databases() WHERE NOT internal'),
    ).toHaveLength(1)
  })
})
