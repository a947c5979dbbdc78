import 'server-only'
import { channel } from 'node:diagnostics_channel'
import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { getMetrics } from './metrics'

type Route = { page: string; regex: string }
type Manifest = { staticRoutes: Route[]; dynamicRoutes: Route[] }

const methods = new Set(['GET', 'HEAD', 'POST'])

/** Patterns of addresses as the build wrote them down; none in development, where it writes none. */
function readManifest(): Manifest {
  try {
    return JSON.parse(readFileSync(join(process.cwd(), '.next/routes-manifest.json'), 'utf8'))
  } catch {
    return { staticRoutes: [], dynamicRoutes: [] }
  }
}

/** Tells which pattern an address follows: one of the product's own, '/_next' for its files, or 'other'. */
export function createPatternFinder({ staticRoutes, dynamicRoutes }: Manifest): (address: string) => string {
  const exact = new Set(staticRoutes.map(({ page }) => page))
  const patterns = dynamicRoutes.map(({ page, regex }) => ({ page, regex: new RegExp(regex) }))
  return (address) => {
    const path = address.split('?', 1)[0] ?? ''
    if (exact.has(path)) return path
    if (path.startsWith('/_next/')) return '/_next'
    return patterns.find(({ regex }) => regex.test(path))?.page ?? 'other'
  }
}

/** Measures every request that this process answers from now on, pages and files too. */
export function observeRequests(manifest = readManifest()): void {
  const findPattern = createPatternFinder(manifest)
  const { requests } = getMetrics()
  channel('http.server.request.start').subscribe((message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse }
    const method = methods.has(request.method ?? '') ? String(request.method) : 'other'
    const route = findPattern(request.url ?? '')
    const started = performance.now()
    response.once('close', () => {
      // A reader who left before the answer got none.
      const status = response.headersSent ? response.statusCode : 499
      requests.observe({ method, route, status }, (performance.now() - started) / 1000)
    })
  })
}
