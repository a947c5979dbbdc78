import type { Client } from '@libsql/client'
import type { Ids } from '@/lib/tooling/access-list'
import { newestId, waitForJobs } from './neighbours'
import type { Product } from './product'
import { type Action, callAction, readActions, send, signInCookie } from './requests'
import { owner } from './steps'

/** What only members of the first workspace may read. */
export const secretName = 'Three secret groups'
const asOf = '2026-10-31'
export const place = { currency: 'GBP', timeZone: 'Europe/London', language: 'en' }
const purpose = { kind: 'analysis', note: '' }
const confirmed = ['withoutConsent', 'smallGroup', 'fewForPlatform']

/** What the first account is made from. */
export const firstOwner = { ...owner, token: '', workspace: { name: 'Larkhollow', ...place } }

/** Makes the first account without a browser and signs it in; its cookie. */
export async function setUpByCall({ url }: Product): Promise<string> {
  const setUp = readActions().get('lib/accounts/actions.ts setUp') as Action
  const { ok, text } = await callAction(url, setUp, firstOwner)
  if (!ok) throw new Error(`Set-up answered ${text.slice(0, 500)}`)
  return signInCookie(url)
}

/** Sets the product up and fills its workspace with one of everything; what everything is called. */
export async function makeWorkspace(product: Product, database: Client): Promise<Ids> {
  const { url } = product
  const actions = readActions()
  const cookie = await setUpByCall(product)
  const call = async (key: string, input?: unknown) => {
    const { ok, data, text } = await callAction(url, actions.get(key) as Action, input, { cookie })
    if (!ok) throw new Error(`${key}: ${text.slice(0, 500)}`)
    return data
  }
  await call('lib/data/actions.ts loadSample')
  await waitForJobs(database)
  const features = ['recency', 'frequency', 'monetary']
  const runs = [
    call('lib/segments/actions.ts createSegmentation', { name: secretName, asOf, features, k: 3 }),
    call('lib/segments/snapshot-actions.ts ensureSnapshot', { asOf }),
    call('lib/recommendations/actions.ts createRecommender', {
      ...{ name: 'Best-sellers', asOf, strategy: 'popular', rules: {} },
      weights: { halfLifeDays: null, kinds: { purchase: 3, rating: 1, cart: 1, wish: 1, view: 1, other: 1 } },
    }),
  ]
  await Promise.all(runs)
  await waitForJobs(database)
  const ids: Ids = {
    upload: await newestId(database, 'Upload'),
    import: await newestId(database, 'Import'),
    job: await newestId(database, 'Job'),
    segmentation: await newestId(database, 'Segmentation'),
    segment: await newestId(database, 'Segment', 'position = 0'),
    snapshot: await newestId(database, 'FeatureSnapshot'),
    recommender: await newestId(database, 'Recommender'),
    customer: 'C000001',
    product: 'P0050',
  }
  await call('lib/segments/actions.ts prepareExport', {
    ...{
      segmentId: ids.segment,
      segmentName: 'First',
      format: 'spreadsheet',
      columns: ['customer_id', 'city'],
    },
    ...{ purpose, confirmed, onlyConsented: false, pseudonymised: false },
  })
  await call('lib/recommendations/actions.ts prepareExport', {
    ...{ recommenderId: ids.recommender, what: 'long', name: 'Lists', purpose, confirmed },
  })
  const { token } = (await call('lib/accounts/actions.ts createToken', { name: 'Shop' })) as { token: string }
  return {
    ...ids,
    segmentExport: await newestId(database, 'Export', 'segmentId IS NOT NULL'),
    recommenderExport: await newestId(database, 'Export', 'recommenderId IS NOT NULL'),
    token: await newestId(database, 'ApiToken'),
    tokenText: token,
    session: await newestId(database, 'Session'),
  }
}

/** Brings sixty purchases of twenty customers into a workspace. */
export async function giveOrders({ url }: Product, cookie: string, database: Client): Promise<void> {
  const actions = readActions()
  const lines = Array.from({ length: 60 }, (_, n) => `R${n},X${n % 20},2026-0${1 + (n % 5)}-11,${n + 1}`)
  const body = `order,customer,day,amount\n${lines.join('\n')}\n`
  const headers = { cookie, origin: url }
  const { text } = await send(`${url}/api/uploads?name=orders.csv`, { method: 'POST', headers, body })
  await waitForJobs(database)
  const columns = { order_id: 0, customer_id: 1, ordered_at: 2, amount: 3 }
  const mapping = { tables: [{ table: 'orders', mode: 'update', columns }], formats: {} }
  const check = actions.get('lib/data/actions.ts checkImport') as Action
  const input = { uploadId: JSON.parse(text).uploadId, mapping }
  const { data } = await callAction(url, check, input, { cookie })
  await waitForJobs(database)
  const confirm = actions.get('lib/data/actions.ts confirmImport') as Action
  const { importId } = data as { importId: string }
  const confirmed = await callAction(url, confirm, { importId }, { cookie })
  if (!confirmed.ok) throw new Error(`The import was not confirmed: ${confirmed.text.slice(0, 500)}`)
  await waitForJobs(database)
}
