import { createHash, randomBytes } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import type { Client } from '@libsql/client'
import { expect, test } from '@playwright/test'
import { openDatabase, waitForJobs } from './neighbours'
import { type Product, startProduct } from './product'
import { type Action, callAction, expectRefused, readActions, send } from './requests'
import { setUpByCall } from './workspace'

const most = 12_000_000
const silentSeconds = 1

let product: Product
let database: Client
let cookie: string
const actions = readActions()
const action = (key: string) => actions.get(key) as Action

test.beforeAll(async () => {
  product = await startProduct({
    MAX_UPLOAD_BYTES: String(most),
    BODY_SILENCE_SECONDS: String(silentSeconds),
  })
  database = openDatabase(product.dataDir)
  cookie = await setUpByCall(product)
})
test.afterAll(async () => {
  database?.close()
  await product?.stop()
})

const host = () => new URL(product.url).host
const uploads = async () => (await database.execute('SELECT * FROM "Upload" ORDER BY rowid')).rows
const leftovers = async () => {
  const files = await readdir(join(product.dataDir, 'uploads')).catch(() => [])
  return files.filter((file) => file.endsWith('.part'))
}

const address = () => `${product.url}/api/uploads?name=people.csv`
const headers = () => ({ cookie, origin: product.url })
const csv = `id,city\n${Array.from({ length: 50 }, (_, n) => `P${n},Leeds`).join('\n')}\n`

test('uploads of more than ten megabytes arrive whole', async () => {
  const body = Buffer.concat([
    Buffer.from('id,text\n1,'),
    Buffer.from(randomBytes(5_700_000).toString('hex')),
  ])
  const { status, text } = await send(address(), { method: 'POST', headers: headers(), body })
  expect(status, text).toBe(200)
  const stored = (await uploads()).at(-1)
  expect(Number(stored?.bytes)).toBe(body.length)
  expect(stored?.sha256).toBe(createHash('sha256').update(body).digest('hex'))
})

test('uploads of more bytes than are taken are refused, announced or not', async () => {
  const before = (await uploads()).length
  const body = Buffer.alloc(most + 1, 'a')
  for (const chunked of [false, true]) {
    const answer = await send(address(), { method: 'POST', headers: headers(), body, chunked })
    expectRefused(answer, `chunked ${chunked}`)
    expect(answer.text).toContain('uploadTooLarge')
  }
  expect((await uploads()).length).toBe(before)
  expect(await leftovers()).toEqual([])
})

test('uploads of other sites are refused', async () => {
  const forgeries: Record<string, string>[] = [
    { origin: 'null' },
    { origin: 'https://evil.test' },
    { 'sec-fetch-site': 'cross-site' },
  ]
  for (const forged of forgeries) {
    const sent = { ...headers(), ...forged }
    expect((await send(address(), { method: 'POST', headers: sent, body: csv })).status).toBe(403)
  }
})

test('uploads are judged by what they hold, whatever they are called', async () => {
  for (const type of [
    'text/html',
    'image/png',
    'multipart/form-data; boundary=x',
    'application/json',
    'x'.repeat(5000),
  ]) {
    const sent = { ...headers(), 'content-type': type }
    const name = encodeURIComponent('../../etc/passwd\r\nX-Evil: 1<script>.html')
    const answer = await send(`${product.url}/api/uploads?name=${name}`, {
      method: 'POST',
      headers: sent,
      body: csv,
    })
    expect(answer.status, answer.text).toBe(200)
    expect(answer.headers['x-evil']).toBeUndefined()
  }
  expect((await uploads()).at(-1)?.fileName).toBe('passwdX-Evil: 1<script>.html')
})

/** The first part of a request as text, and nothing more; what the server answers until it hangs up. */
function sendPart(length: string, part: string, hangUp: boolean): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(product.url).port), '127.0.0.1')
    let answer = ''
    socket.on('data', (chunk) => {
      answer += chunk
      if (/\}\s*$/.test(answer) || answer.includes('\r\n0\r\n')) socket.destroy()
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(answer))
    const head = ['POST /api/uploads?name=a.csv HTTP/1.1', `Host: ${host()}`, `Cookie: ${cookie}`, length]
    socket.write(
      `${head.join('\r\n')}\r\n\r\n${part}`,
      () => hangUp && setTimeout(() => socket.destroy(), 200),
    )
  })
}

test('uploads cut off half-way leave nothing, and can be tried again', async () => {
  const before = (await uploads()).length
  await sendPart(`Content-Length: ${csv.length}`, csv.slice(0, csv.length / 2), true)
  await expect.poll(leftovers).toEqual([])
  expect((await uploads()).length).toBe(before)
  const again = await send(address(), { method: 'POST', headers: headers(), body: csv })
  expect(again.status).toBe(200)
})

test('uploads that fall silent are given up', async () => {
  const before = (await uploads()).length
  const start = Date.now()
  const answers = await Promise.all([
    sendPart(`Content-Length: ${csv.length}`, csv.slice(0, 10), false),
    sendPart('Transfer-Encoding: chunked', '5\r\nid,ci\r\n', false),
  ])
  for (const answer of answers) expect(answer).toMatch(/^HTTP\/1\.1 400[\s\S]*uploadInterrupted/)
  expect(Date.now() - start).toBeLessThan(silentSeconds * 1000 + 5000)
  expect((await uploads()).length).toBe(before)
  expect(await leftovers()).toEqual([])
})

test('uploads with lengths that contradict each other are refused', async () => {
  for (const length of [
    'Content-Length: -1',
    'Content-Length: 1e3',
    'Content-Length: 5\r\nTransfer-Encoding: chunked',
  ]) {
    expect(await sendPart(length, csv, true), length).toMatch(/^HTTP\/1\.1 400|^$/)
  }
})

test('uploads that are the same, twenty at once, change the data once', async () => {
  await waitForJobs(database)
  const before = (await uploads()).length
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => send(address(), { method: 'POST', headers: headers(), body: csv })),
  )
  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200))
  const added = (await uploads()).slice(before)
  expect(new Set(added.map(({ sha256 }) => sha256)).size).toBe(1)
  await waitForJobs(database)

  const mapping = {
    tables: [{ table: 'customers', mode: 'update', columns: { customer_id: 0, city: 1 } }],
    formats: {},
  }
  const imports = await Promise.all(
    added.slice(0, 3).map(async ({ id }) => {
      const input = { uploadId: String(id), mapping }
      const { data, text } = await callAction(product.url, action('lib/data/actions.ts checkImport'), input, {
        cookie,
      })
      return (data as { importId: string } | null)?.importId ?? text
    }),
  )
  await waitForJobs(database)
  const confirm = (importId: string) =>
    callAction(product.url, action('lib/data/actions.ts confirmImport'), { importId }, { cookie })
  const outcomes = await Promise.all([...imports, ...imports, ...imports].map(confirm))
  for (const { status, text } of outcomes) expect(status, text).toBe(200)
  for (const importId of imports) {
    const accepted = outcomes.filter(
      ({ ok, data }) => ok && (data as { importId: string }).importId === importId,
    )
    expect(accepted).toHaveLength(1)
  }
  await waitForJobs(database)
  const { text } = await send(`${product.url}/api/data/overview`, { headers: { cookie } })
  expect(JSON.parse(text).tables).toContainEqual(expect.objectContaining({ table: 'customers', rows: 50 }))
})
