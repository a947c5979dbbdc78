import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testProviders } from '@/lib/tooling/test-databases'
import { type Brand, openBrand, type Person, settings } from './accounts.fixture'
import { auditPageSize, readAuditQuery } from './audit-schema'
import { exportAudit, readAudit } from './audit-service'

describe.each(testProviders)('audit log on %s', (provider) => {
  let brand: Brand
  let ann: Person
  let bob: Person
  const asReader = (person: Person) => ({ ...person, workspace: { timeZone: 'Europe/Berlin' } })
  const read = (params: Record<string, unknown> = {}) => readAudit(asReader(ann), readAuditQuery(params))
  const start = Date.parse('2026-03-01T00:00:00Z')

  beforeAll(async () => {
    brand = await openBrand(provider)
    ann = await brand.addPerson('=Ann', 'owner')
    bob = await brand.addPerson('Bob', 'analyst')
    const { workspaceId } = brand
    await brand.database.auditEvent.createMany({
      data: Array.from({ length: 130 }, (_, index) => ({
        workspaceId,
        actorId: index % 2 ? ann.userId : bob.userId,
        action: index % 3 ? 'import.complete' : 'importance.other',
        objectId: `object${index}`,
        outcome: 'completed',
        // Several share a moment: their order is by id.
        createdAt: new Date(start + Math.floor(index / 4) * 3_600_000),
      })),
    })
    const { id } = await brand.database.workspace.create({ data: { ...settings, name: 'Other' } })
    await brand.database.auditEvent.create({
      data: { workspaceId: id, action: 'import.complete', objectId: 'foreign', outcome: 'completed' },
    })
  })
  afterAll(() => brand.close())

  it('shows every entry of the workspace once, newest first, page by page', async () => {
    const seen = []
    let after: string | null = ''
    while (after !== null) {
      const page = await read({ after })
      expect(page.entries.length).toBeLessThanOrEqual(auditPageSize)
      seen.push(...page.entries)
      after = page.next
    }
    expect(seen).toHaveLength(130)
    expect(new Set(seen.map(({ id }) => id)).size).toBe(130)
    expect(seen.map(({ at }) => at)).toEqual(seen.map(({ at }) => at).sort((a, b) => b.localeCompare(a)))
    expect(seen.some(({ objectId }) => objectId === 'foreign')).toBe(false)
  })

  it('filters by kind, person, object and days of the brand', async () => {
    const kinds = await read({ group: 'import' })
    expect(new Set(kinds.entries.map(({ action }) => action))).toEqual(new Set(['import.complete']))
    expect(kinds.groups).toEqual(['import', 'importance'])
    expect(kinds.people.map(({ name }) => name)).toEqual(['=Ann', 'Bob'])
    const bobs = await read({ person: bob.userId })
    expect(new Set(bobs.entries.map(({ person }) => person))).toEqual(new Set(['Bob']))
    expect((await read({ object: 'object129' })).entries).toHaveLength(1)
    expect((await read({ object: 'object12' })).entries.map(({ objectId }) => objectId).sort()).toEqual(
      ['object12', ...Array.from({ length: 10 }, (_, index) => `object12${index}`)].sort(),
    )
    // The first of March in Berlin begins and ends an hour before that of UTC.
    const day = await read({ from: '2026-03-01', to: '2026-03-01', object: 'object' })
    const [newest, ...others] = [day.entries[0]?.at, ...(await readAll('2026-03-01'))]
    expect(newest).toBe('2026-03-01T22:00:00.000Z')
    expect(others).toHaveLength(92)
    expect((await read({ group: 'nothing', from: 'yesterday', after: 'x' })).entries).toEqual([])
  })

  async function readAll(day: string) {
    const response = await exportAudit(asReader(ann), readAuditQuery({ from: day, to: day }))
    return Papa.parse<string[]>((await response.text()).trim()).data.slice(1)
  }

  it('is exported with guarded cells, and says so', async () => {
    await brand.database.auditEvent.deleteMany({ where: { action: 'audit.export' } })
    const response = await exportAudit(asReader(ann), readAuditQuery({ person: ann.userId }))
    expect(response.headers.get('content-type')).toContain('text/csv')
    const bytes = Buffer.from(await response.arrayBuffer())
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const [header, ...lines] = Papa.parse<string[]>(bytes.toString('utf8', 3).trim()).data
    expect(header).toEqual(['time', 'person', 'action', 'object', 'rows', 'outcome', 'details'])
    expect(lines).toHaveLength(65)
    expect(new Set(lines.map((line) => line[1]))).toEqual(new Set(["'=Ann"]))
    const [entry] = (await read({ group: 'audit' })).entries
    expect(entry).toMatchObject({ action: 'audit.export', rows: 65, details: { person: ann.userId } })
  })

  it('is for owners', async () => {
    const refused = { code: 'forbidden' }
    for (const role of ['analyst', 'viewer'] as const) {
      const reader = { ...asReader(bob), role }
      await expect(readAudit(reader, readAuditQuery({}))).rejects.toMatchObject(refused)
      await expect(exportAudit(reader, readAuditQuery({}))).rejects.toMatchObject(refused)
    }
  })
})
