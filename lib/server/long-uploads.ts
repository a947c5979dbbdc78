import 'server-only'
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, Server } from 'node:http'

const longestMilliseconds = 6 * 3_600_000
const usualMilliseconds = 300_000

/**
 * Lets an upload arrive for six hours, and anything else for the five minutes that Node gives to all requests, uploads on
 * slow lines too. Whose upload falls silent is given up all the same (read-body.ts). Next makes the server and has no
 * setting for it.
 */
export function allowLongUploads(usual = usualMilliseconds): void {
  subscribe('http.server.request.start', (message) => {
    const { server, request } = message as { server: Server; request: IncomingMessage }
    server.requestTimeout = longestMilliseconds
    if (request.method === 'GET' || request.url?.startsWith('/api/uploads?')) return
    const timer = setTimeout(() => request.complete || request.destroy(), usual)
    request.once('close', () => clearTimeout(timer))
  })
}
