import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testProviders } from '@/lib/tooling/test-databases'
import { type HandMade, publishRun } from './compare.fixture'
import { keepNames } from './keep-names'
import { openTestBrand, type TestBrand } from './segments.fixture'

const people = (prefix: string, count: number, segment: number): HandMade[] =>
  Array.from({ length: count }, (_, i) => [`${prefix}${i}`, segment, 10])

describe.each(testProviders)('names and colours on %s', (provider) => {
  let test: TestBrand
  let similarTo: string
  beforeAll(async () => {
    test = await openTestBrand(provider)
    similarTo = await publishRun(test, {
      name: 'Spring',
      asOf: '2024-03-31',
      segments: [
        { key: 'champions', name: 'Best', color: 3 },
        { key: 'loyal', color: 0 },
        { key: 'atRisk', name: 'Slipping' },
      ],
      members: [...people('A', 30, 0), ...people('B', 20, 1), ...people('C', 10, 2)],
    })
  })
  afterAll(() => test.close())

  async function keep(
    members: readonly HandMade[],
    k: number,
    from = similarTo,
    workspaceId = test.analyst.workspaceId,
  ) {
    const connection = await test.warehouse.connect()
    const values = members.map(([id, segment]) => `('${id}', ${segment})`).join(', ')
    await connection.run(
      `CREATE TEMP TABLE memberships AS SELECT id::VARCHAR AS customer_id, segment::INTEGER AS segment
       FROM (VALUES ${values}) given(id, segment)`,
    )
    const kept = await keepNames({ connection, dataDir: test.dataDir, workspaceId, similarTo: from, k })
    connection.closeSync()
    return kept
  }

  it('follows the people, whatever the order of the segments', async () => {
    const members = [
      ...people('C', 10, 0),
      ...people('A', 28, 1),
      ...people('B', 20, 2),
      ...people('N', 5, 1),
    ]
    expect(await keep(members, 3)).toEqual([
      { color: 2, name: 'Slipping' },
      { color: 3, name: 'Best' },
      { color: 0, name: null },
    ])
  })

  it('gives segments without a counterpart colours that nobody has', async () => {
    const members = [...people('A', 30, 0), ...people('N', 9, 1), ...people('M', 8, 2), ...people('B', 20, 3)]
    expect(await keep(members, 4)).toEqual([
      { color: 3, name: 'Best' },
      { color: 1, name: null },
      { color: 4, name: null },
      { color: 0, name: null },
    ])
  })

  it('has nothing to hand on from a run that is gone or another workspace’s', async () => {
    const plain = [
      { color: 0, name: null },
      { color: 1, name: null },
    ]
    const members = [...people('B', 5, 0), ...people('A', 5, 1)]
    expect(await keep(members, 2, 'gone')).toEqual(plain)
    expect(await keep(members, 2, similarTo, test.stranger.workspaceId)).toEqual(plain)
  })
})
