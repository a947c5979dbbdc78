import { spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { openTestWorkspace, type TestWorkspace } from '@/lib/data/data.fixture'
import { checkImport } from '@/lib/data/service'
import { endJob } from '@/lib/jobs/queue'
import { describeFailure } from '@/lib/server/failure'
import { guardConsole } from '@/lib/server/guard-output'
import { runTokenRoute } from '@/lib/server/route'
import { testProviders } from '@/lib/tooling/test-databases'
import { queryRows } from '@/lib/warehouse/duckdb'
import { quoteText } from '@/lib/warehouse/sql'

const planted = ['zebedea.quux@planted.example', '+49 151 77766655', "Zebedea O'Quux", '4915177766655']
const [email, phone, name, digits] = planted as [string, string, string, string]
const findPlanted = (text: string) => planted.filter((value) => text.includes(value.split("O'")[0]!.trim()))

describe.each(testProviders)('what goes wrong on %s', (provider) => {
  let test: TestWorkspace
  let written: string[] = []

  beforeAll(async () => {
    test = await openTestWorkspace(provider)
  })
  afterAll(() => test.close())
  beforeEach(() => {
    written = []
    const keep = (...values: unknown[]) => void written.push(values.map(String).join(' '))
    for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const)
      vi.spyOn(console, method).mockImplementation(keep)
    for (const stream of [process.stdout, process.stderr])
      vi.spyOn(stream, 'write').mockImplementation((text) => Boolean(written.push(String(text))))
    return () => vi.restoreAllMocks()
  })

  const jobsText = async () => JSON.stringify(await test.database.job.findMany())

  /** Logs an error as the job process and the web server do; it must have held a value, or the test says nothing. */
  async function provoke(run: () => Promise<unknown>): Promise<void> {
    const error = await run().then(
      () => null,
      (thrown: unknown) => thrown as Error,
    )
    expect(findPlanted(String(error?.message)), String(error?.message)).not.toEqual([])
    const response = await runTokenRoute(async () => {
      throw error
    })
    expect(response.status).toBe(500)
    expect(findPlanted(await response.text())).toEqual([])
    expect(describeFailure(error).params).toEqual({ reference: expect.stringMatching(/^[0-9a-f]{8}$/) })
    expect(written).toHaveLength(2)
    expect(findPlanted(written.join('\n'))).toEqual([])
  }

  it('in the cells of an import is told to its user alone', async () => {
    const { id, report } = await test.importText(
      `customer id,name,email,birthday\n1,${name},${email},${email}\n2,${phone},x@y.zz,${name}\n3,"${name},z\n`,
      { columns: { customer_id: 0, first_name: 1, email: 2, birth_date: 3 } },
    )
    expect(findPlanted(JSON.stringify(report?.rejected))).not.toEqual([])
    const { jobId } = await test.database.import.findUniqueOrThrow({ where: { id } })
    expect(await test.database.job.findUnique({ where: { id: jobId } })).toMatchObject({
      status: 'completed',
    })
    expect(findPlanted(written.join('\n') + (await jobsText()))).toEqual([])
  })

  it('in a job leaves a reference, no value', async () => {
    const { uploadId } = await test.upload(`customer id,email\n1,${email}\n`)
    const { guess } = await test.inspect(uploadId)
    const { importId, jobId } = await checkImport(test.owner, { uploadId, mapping: guess })
    const dialect = { delimiter: name, quote: email, headerLine: phone }
    await test.database.import.update({
      where: { id: importId },
      data: { dialect, textFile: `${email}.csv` },
    })
    const error = await test.runJob().then(
      () => null,
      (thrown: unknown) => thrown,
    )
    expect(findPlanted(String(error))).not.toEqual([])
    await endJob(
      test.database,
      jobId,
      'test',
      { status: 'failed', error: describeFailure(error) },
      new Date(),
    )
    expect(await test.database.job.findUnique({ where: { id: jobId } })).toMatchObject({
      errorCode: 'unexpected',
      errorParams: { reference: expect.any(String) },
    })
    expect(findPlanted(written.join('\n') + (await jobsText()))).toEqual([])
  })

  it.each([
    ['a text', 'SELECT $1::INTEGER', name],
    ['a number', `SELECT ${digits}::INTEGER`, ''],
    ['a date', 'SELECT $1::DATE', `${email} ${phone}`],
    ['a name it does not know', `SELECT "${email}"`, ''],
  ])('in DuckDB with %s is not logged', async (_, sql, value) => {
    await provoke(() => queryRows(test.warehouse, sql, value ? [value] : []))
  })

  it('in DuckDB with a line of a file is not logged', async () => {
    const path = join(test.dataDir, 'tmp', 'broken.csv')
    await writeFile(path, `id,name\n1,${name}\n${phone},${email}\n`)
    await provoke(() =>
      queryRows(
        test.warehouse,
        `SELECT * FROM read_csv(${quoteText(path)}, columns = {'id': 'INTEGER', 'name': 'VARCHAR'}, auto_detect = false, header = true)`,
      ),
    )
  })

  it('in Prisma is not logged', async () => {
    const user = { name, email }
    await provoke(() => test.database.user.create({ data: { ...user, createdAt: phone as never } }))
    await test.database.user.create({ data: user })
    const twice = await test.database.user.create({ data: user }).catch((error: unknown) => error)
    describeFailure(twice)
    expect(written).toHaveLength(3)
    expect(written[2]).toContain('P2002')
    expect(findPlanted(written.join('\n'))).toEqual([])
  })

  it('and is printed by others than the product holds no value', () => {
    guardConsole()
    console.error(' ⨯', new Error(`Could not convert string '${name}' to INT32`), { email })
    expect(written).toEqual([' ⨯ Error: Could not convert string "…" to INT32 {…}'])
  })
})

it('a process that dies of a value does not print it', () => {
  const fixture = fileURLToPath(new URL('./crash.fixture.ts', import.meta.url))
  const options = ['--conditions=react-server', '--import', 'tsx', fixture, `${name} <${email}> ${phone}`]
  const { status, stdout, stderr } = spawnSync(process.execPath, options, { encoding: 'utf8' })
  expect(status).toBe(1)
  expect(findPlanted(stdout + stderr)).toEqual([])
  const lines = stderr.trim().split('\n')
  expect(lines[0]).toContain('⨯ Error: Could not convert string "…"')
  expect(JSON.parse(lines[1] ?? '')).toMatchObject({
    event: 'unexpected',
    message: 'Row with value "…" is broken',
  })
})
