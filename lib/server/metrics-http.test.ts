import { createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, describe, expect, it } from 'vitest'
import { getMetrics } from './metrics'
import { createPatternFinder, observeRequests } from './metrics-http'

const manifest = {
  staticRoutes: [{ page: '/segments', regex: '^/segments(?:/)?$' }],
  dynamicRoutes: [
    { page: '/customers/[customerId]', regex: '^/customers/([^/]+?)(?:/)?$' },
    { page: '/segments/[id]', regex: '^/segments/([^/]+?)(?:/)?$' },
  ],
}

describe('createPatternFinder', () => {
  const find = createPatternFinder(manifest)

  it('never tells an address', () => {
    expect(find('/segments?kind=rule')).toBe('/segments')
    expect(find('/segments/7f3a?page=2')).toBe('/segments/[id]')
    expect(find('/customers/ann~40example.com')).toBe('/customers/[customerId]')
    expect(find('/_next/static/chunks/a.js')).toBe('/_next')
    expect(find('/wp-login.php?user=ann')).toBe('other')
  })
})

describe('observeRequests', () => {
  const server = createServer((request, response) => {
    response.statusCode = request.url?.startsWith('/segments/') ? 404 : 200
    response.end('…')
  })
  afterAll(() => server.close())

  it('counts every request by method, pattern and status, with the time it took', async () => {
    observeRequests(manifest)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    for (const path of ['/segments?q=Ann', '/segments/secret-id', '/customers/ann~40example.com']) {
      await new Promise((resolve) =>
        get(`http://127.0.0.1:${port}${path}`, (response) => response.resume().on('close', resolve)),
      )
    }
    const text = await getMetrics().registry.metrics()
    const count = (labels: string) => `personae_http_request_duration_seconds_count{${labels}} 1`
    expect(text).toContain(count('method="GET",route="/segments",status="200"'))
    expect(text).toContain(count('method="GET",route="/segments/[id]",status="404"'))
    expect(text).toContain(count('method="GET",route="/customers/[customerId]",status="200"'))
    expect(text).not.toMatch(/ann|Ann|secret-id/)
  })
})
