import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as customers from '@/lib/customers/service'
import { sendText } from '@/lib/data/data.fixture'
import * as data from '@/lib/data/service'
import * as uploads from '@/lib/data/upload-service'
import * as jobs from '@/lib/jobs/service'
import * as recommendations from '@/lib/recommendations/service'
import { createRecommenderSchema } from '@/lib/recommendations/settings-schema'
import { defaultWeights } from '@/lib/recommending/weights'
import * as comparisons from '@/lib/segments/compare-service'
import { publishThreeKinds } from '@/lib/segments/kinds.fixture'
import * as rfm from '@/lib/segments/rfm-service'
import * as rules from '@/lib/segments/rule-service'
import { peopleQuerySchema } from '@/lib/segments/schema'
import { openTestBrand, type TestBrand } from '@/lib/segments/segments.fixture'
import * as segments from '@/lib/segments/service'
import type { Member } from '@/lib/server/access'
import { AppError } from '@/lib/shared/errors'
import { defaultSorts } from '@/lib/tables/schema'
import * as tables from '@/lib/tables/service'
import { tableNames } from '@/lib/warehouse/tables'

/** One person, every value of whom is found nowhere else; the big spender among those named by e-mail and phone alone. */
const planted = {
  id: 'C-PLANTED',
  email: 'zebedea.quux@planted.example',
  phone: '+49 151 77766655',
  firstName: 'Zebedea',
  lastName: 'Quuxington',
  birthDate: '1931-07-19',
  city: 'Plantedville',
  address: 'Quuxstreet 77',
  peer: 'peer.quux@planted.example',
  passport: 'PX99887766',
  guest: 'guest.quux@planted.example',
  guestPhone: 'tel:4915133322211',
  reviewEmail: 'review.quux@planted.example',
  reviewPhone: '0151 44455566',
  rejected: 'reject.quux@planted.example',
}
const secrets = Object.entries(planted).flatMap(([key, value]) => (key === 'id' ? [] : [value]))

async function publishPlanted(test: TestBrand): Promise<void> {
  const { id, email, phone, firstName, lastName, birthDate, city, address, peer, passport } = planted
  await test.publishSelect(
    'customers',
    [
      'customer_id',
      'email',
      'phone',
      'first_name',
      'last_name',
      'birth_date',
      'city',
      'consent',
      'attributes',
    ],
    `SELECT '${id}' AS customer_id, '${email}' AS email, '${phone}' AS phone, '${firstName}' AS first_name,
       '${lastName}' AS last_name, '${birthDate}' AS birth_date, '${city}' AS city, true AS consent,
       MAP{'Home address': '${address}', 'Peer': '${peer}', 'Passport no': '${passport}', 'Tier': 'Gold'} AS attributes`,
  )
  const order = { line_no: 1, ordered_at: '2024-12-30 10:00:00', product_id: 'P1', quantity: 1 }
  await test.publish('orders', [
    { ...order, order_id: 'X1', customer_id: id, amount: 9000 },
    { ...order, order_id: 'X2', customer_id: planted.guest, amount: 99_000 },
    { ...order, order_id: 'X3', customer_id: planted.guestPhone, amount: 88_000 },
  ])
  await test.publish('reviews', [
    { review_id: 'R1', customer_id: id, product_id: 'P1', rating: 5, title: `Call ${planted.reviewPhone}` },
    { review_id: 'R2', customer_id: id, product_id: 'P2', rating: 4, text: `Mail ${planted.reviewEmail}!` },
  ])
}

type Walk = Record<string, (member: Member) => Promise<unknown>>

/** Every read service; the functions a viewer is refused are in `refused`. */
async function listReads(test: TestBrand): Promise<Walk> {
  const { analyst } = test
  const { uploadId } = await uploads.storeUpload(
    analyst,
    'lines.csv',
    sendText(`order id,customer id,date,amount\nA1,K001,2024-01-01,5\nA2,K001,${planted.rejected},5\n`),
    null,
  )
  await test.runJob()
  const columns = { order_id: 0, customer_id: 1, ordered_at: 2, amount: 3 }
  const mapping = { tables: [{ table: 'orders' as const, mode: 'update' as const, columns }], formats: {} }
  const started = await data.checkImport(analyst, { uploadId, mapping })
  await test.runJob()
  const view = await test.segment({ k: 3 })
  const { id: runId, segments: found } = view
  const { recommenderId } = await recommendations.createRecommender(
    analyst,
    createRecommenderSchema.parse({
      ...{ name: 'R', asOf: '2024-12-31', strategy: 'auto', weights: defaultWeights, rules: {} },
    }),
  )
  await test.runJob()
  const columnsOf = async (member: Member, table: string) => (await tables.getTable(member, table)).columns
  const everyTable = (read: (table: (typeof tableNames)[number]) => Promise<unknown>) =>
    Promise.all(tableNames.map(read))
  return {
    'customers/service.findCustomerId': async (member) => {
      const { reference } = await customers.getCustomerReference(analyst, planted.guest)
      return [
        // What the page's server needs, and does not send.
        (await customers.findCustomerId(member, { reference })) === planted.guest,
        await customers.findCustomerId(member, { id: planted.id }),
      ]
    },
    'customers/service.getCustomer': (member) =>
      Promise.all(
        [planted.id, planted.guest, planted.guestPhone].map((id) => customers.getCustomer(member, id)),
      ),
    'customers/service.getCustomerReference': (member) =>
      customers.getCustomerReference(member, planted.guest),
    'data/service.listImports': data.listImports,
    'data/service.getImport': (member) => data.getImport(member, started.importId),
    'data/service.openRejected': async (member) => {
      const { file } = await data.openRejected(member, started.importId)
      const text = await file.readFile('utf8')
      await file.close()
      return text
    },
    'data/service.getDataOverview': data.getDataOverview,
    'data/upload-service.getInspection': (member) => uploads.getInspection(member, uploadId),
    'jobs/service.getJob': (member) => jobs.getJob(member, started.jobId),
    'recommendations/service.listRecommenders': recommendations.listRecommenders,
    'recommendations/service.getRecommender': (member) =>
      recommendations.getRecommender(member, recommenderId),
    'recommendations/service.getPreview': (member) =>
      recommendations.getPreview(member, recommenderId, planted.id, null),
    'recommendations/service.findCustomers': (member) =>
      Promise.all(
        ['', 'quux', 'planted', '491'].map((text) =>
          recommendations.findCustomers(member, recommenderId, text),
        ),
      ),
    'recommendations/service.findProducts': (member) =>
      recommendations.findProducts(member, recommenderId, ''),
    'recommendations/service.getProduct': (member) => recommendations.getProduct(member, recommenderId, 'P1'),
    'recommendations/service.getSegmentLists': (member) =>
      recommendations.getSegmentLists(member, recommenderId, found[0]!.id),
    'segments/compare-service.compareSegmentations': (member) =>
      comparisons.compareSegmentations(member, runId, runId),
    'segments/compare-service.getMovers': (member) =>
      Promise.all(
        found.map(({ position }) =>
          comparisons.getMovers(
            member,
            { a: runId, b: runId, flow: { from: position, to: position } },
            { page: 1, pageSize: 400 },
          ),
        ),
      ),
    'segments/rfm-service.getRfmGrids': (member) => rfm.getRfmGrids(member, '2024-12-31'),
    'segments/rule-service.listRuleSegments': rules.listRuleSegments,
    'segments/rule-service.getOverlap': (member) => rules.getOverlap(member, found[0]!.id, found[1]!.id),
    'segments/service.getSegmentationOptions': segments.getSegmentationOptions,
    'segments/service.listSegmentations': segments.listSegmentations,
    'segments/service.getSegmentation': (member) => segments.getSegmentation(member, runId),
    'segments/service.getMap': (member) => segments.getMap(member, runId),
    'segments/service.getDistribution': (member) => segments.getDistribution(member, runId, 'monetary'),
    'segments/service.getPeople': (member) =>
      Promise.all(
        ['', 'quux', 'planted'].flatMap((search) =>
          found.map(({ id }) =>
            segments.getPeople(member, id, peopleQuerySchema.parse({ search, pageSize: 100 })),
          ),
        ),
      ),
    'segments/service.getInsights': (member) => segments.getInsights(member, runId),
    'segments/service.findMemberships': (member) => segments.findMemberships(member, planted.id),
    'tables/service.listTables': tables.listTables,
    'tables/service.getTable': (member) => everyTable((table) => tables.getTable(member, table)),
    'tables/service.getRows': (member) =>
      everyTable(async (table) =>
        tables.getRows(member, table, {
          ...{ q: '', filters: [], page: 1, size: 100, ...defaultSorts[table] },
          columns: (await columnsOf(member, table)).map(({ key }) => key),
        }),
      ),
    'tables/service.getColumnSummary': (member) =>
      everyTable(async (table) =>
        Promise.all(
          (await columnsOf(member, table)).map(({ key }) => tables.getColumnSummary(member, table, key)),
        ),
      ),
    'tables/service.readTableName': async () => tables.readTableName('customers'),
    'tables/service.getQuality': (member) => tables.getQuality(member, 'EUR'),
  }
}

/** Reads of the owners' and analysts' own, and of what a shop asks with a token: tested where they are. */
const elsewhere = [
  'recommendations/api-service.getCustomerList',
  'recommendations/export-service.downloadExport',
  'recommendations/export-service.getExportCounts',
  'segments/export-service.downloadExport',
  'segments/export-service.getExportCounts',
  'segments/export-service.listExports',
  'segments/rule-service.countRule',
  'segments/snapshot-service.getSnapshot',
  'data/upload-service.findingsOf',
]
const refused = [
  'customers/service.getCustomerReference',
  'data/service.openRejected',
  'data/upload-service.getInspection',
]

function listExported(): string[] {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const folders = ['customers', 'data', 'jobs', 'recommendations', 'segments', 'tables']
  const files = folders.flatMap((folder) =>
    readdirSync(`${root}/${folder}`)
      .filter((name) => /^([a-z]+-)*service(-[a-z-]+)?\.ts$/.test(name))
      .map((name) => `${folder}/${name.slice(0, -'.ts'.length)}`),
  )
  return files.flatMap((file) => {
    const text = readFileSync(`${root}/${file}.ts`, 'utf8')
    const names = text.matchAll(/^export (?:async )?(?:function|const) (\w+)/gm)
    return [...names]
      .map(([, name = '']) => name)
      .filter((name) => /^(get|list|find|read|open|search|compare|count|download|describe)/.test(name))
      .map((name) => `${file}.${name}`)
  })
}

const found = (answer: unknown) => {
  const text = JSON.stringify(answer)?.toLowerCase() ?? ''
  return secrets.filter((secret) => text.includes(secret.toLowerCase()))
}

// Who sees what is decided above the database: one of them is enough.
describe('a viewer', () => {
  let test: TestBrand
  let reads: Walk
  beforeAll(async () => {
    test = await openTestBrand('sqlite')
    await publishThreeKinds(test)
    await publishPlanted(test)
    reads = await listReads(test)
  }, 60_000)
  afterAll(() => test.close())

  const answerOf = async (name: string, member: Member) => {
    try {
      return await reads[name]!(member)
    } catch (error) {
      if (error instanceof AppError) return { code: error.code, params: error.params }
      throw error
    }
  }

  it('is asked about every read service', () => {
    expect([...Object.keys(reads), ...elsewhere].sort()).toEqual(listExported().sort())
  })

  it('finds no value of a person in any answer, of which analysts find every one', async () => {
    const analysts = new Set<string>()
    const leaks: Record<string, string[]> = {}
    const forbidden: string[] = []
    for (const name of Object.keys(reads)) {
      for (const secret of found(await answerOf(name, test.analyst))) analysts.add(secret)
      const answer = await answerOf(name, test.viewer)
      const leaked = found(answer)
      if (leaked.length > 0) leaks[name] = leaked
      if ((answer as { code?: string } | null)?.code) forbidden.push(name)
    }
    expect(leaks).toEqual({})
    expect(forbidden.sort()).toEqual(refused)
    expect([...analysts].sort()).toEqual([...secrets].sort())
  })

  it('is not told of those who are named by e-mail alone, wherever analysts are', async () => {
    for (const name of [
      ...['recommendations/service.findCustomers', 'segments/compare-service.getMovers'],
      ...['segments/service.getInsights', 'segments/service.getMap', 'segments/service.getPeople'],
    ])
      expect([name, ...found(await answerOf(name, test.analyst))]).toContain(planted.guest)
  })
})
