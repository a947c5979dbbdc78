import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { allowLongUploads } from './long-uploads'

const usual = 100
const server = createServer((request, response) => request.resume().on('end', () => response.end('ok')))

beforeAll(async () => {
  allowLongUploads(usual)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

/** Whether the server still listens, twice the usual time after half of a request. */
async function staysOpen(path: string): Promise<boolean> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  socket.on('error', () => {})
  socket.write(`POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nhalf`)
  const closed = new Promise<false>((resolve) => socket.once('close', () => resolve(false)))
  const open = await Promise.race([closed, sleep(usual * 2, true)])
  socket.destroy()
  return open
}

it('waits for uploads, and for nothing else', async () => {
  expect(await staysOpen('/api/uploads?name=a.csv')).toBe(true)
  expect(server.requestTimeout).toBe(6 * 3_600_000)
  expect(await staysOpen('/api/auth/sign-in/email')).toBe(false)
  expect(await staysOpen('/settings')).toBe(false)
})
