import { createHash, randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { openDatabase } from '../e2e/neighbours'
import { startProduct } from '../e2e/product'
import { send } from '../e2e/requests'
import { setUpByCall } from '../e2e/workspace'
import { readWebMemory } from './web-memory'

// After `npm start` has built the product: npx tsx bench/uploads.ts
// Eight files of 100 MB at once: all of them arrive whole, and the web server's memory stays small.
const files = 8
const megabytes = 100

const body = (n: number) =>
  Buffer.concat([
    Buffer.from(`id,text\n${n},`),
    Buffer.from(randomBytes(megabytes * 500_000).toString('hex')),
  ])
const product = await startProduct()
const database = openDatabase(product.dataDir)
try {
  const cookie = await setUpByCall(product)
  await sleep(3000)
  const { resident } = readWebMemory(product.port)
  const bodies = Array.from({ length: files }, (_, n) => body(n))
  const start = performance.now()
  const answers = await Promise.all(
    bodies.map((each, n) =>
      send(`${product.url}/api/uploads?name=file-${n}.csv`, {
        ...{ method: 'POST', headers: { cookie, origin: product.url }, body: each },
      }),
    ),
  )
  const seconds = (performance.now() - start) / 1000
  const { highest } = readWebMemory(product.port)
  const stored = new Set(
    (await database.execute('SELECT sha256 FROM "Upload"')).rows.map(({ sha256 }) => sha256),
  )
  const whole = bodies.filter((each) => stored.has(createHash('sha256').update(each).digest('hex'))).length
  console.log(
    `${answers.filter(({ status }) => status === 200).length} of ${files} uploads of ${megabytes} MB at once accepted, ${whole} of them whole by SHA-256, in ${seconds.toFixed(1)} s; web server ${Math.round(resident)} MB before, ${Math.round(highest)} MB at most`,
  )
} finally {
  database.close()
  await product.stop()
}
