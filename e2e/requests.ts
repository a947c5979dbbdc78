import { readFileSync } from 'node:fs'
import { type IncomingHttpHeaders, request } from 'node:http'
import { fileURLToPath } from 'node:url'
import { expect } from '@playwright/test'
import { owner } from './steps'

export type Answer = { status: number; headers: IncomingHttpHeaders; text: string }
type Sent = { method?: string; headers?: Record<string, string>; body?: string | Buffer; chunked?: boolean }

/** A request with exactly these headers: unlike fetch, any may be set. */
export function send(
  url: string,
  { method = 'GET', headers = {}, body, chunked }: Sent = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const length: Record<string, string> =
      body === undefined || chunked ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    const sent = request(url, { method, headers: { ...length, ...headers }, agent: false }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk) => chunks.push(chunk))
      answer.on('error', reject)
      answer.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8')
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text })
      })
    })
    // A server that refuses a body may close the connection while it is still sent: the answer counts.
    sent.on('error', (error) => setTimeout(() => reject(error), 500))
    sent.end(body)
  })
}

/** Signs in as the sign-in page does; the session's cookie. */
export async function signInCookie(
  url: string,
  email = owner.email,
  password = owner.password,
): Promise<string> {
  const { status, headers, text } = await send(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { origin: url, 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  })
  if (status !== 200) throw new Error(`Sign-in answered ${status}: ${text}`)
  return (headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0]).join('; ')
}

type Reference = { filename: string; exportedName: string; workers: Record<string, unknown> }
export type Action = { id: string; page: string }

/** The server actions of the build by 'file name', each with its public id and a page that has it. */
export function readActions(): Map<string, Action> {
  const file = fileURLToPath(new URL('../.next/server/server-reference-manifest.json', import.meta.url))
  const { node } = JSON.parse(readFileSync(file, 'utf8')) as { node: Record<string, Reference> }
  return new Map(
    Object.entries(node).map(([id, { filename, exportedName, workers }]) => {
      const parts = Object.keys(workers)[0]!.split('/').slice(1, -1)
      const path = parts
        .filter((part) => !part.startsWith('('))
        .map((part) => (part.startsWith('[') ? 'x' : part))
      return [`${filename} ${exportedName}`, { id, page: `/${path.join('/')}` }] as const
    }),
  )
}

/** What an action answers; `error` is its code. */
export type Outcome = { status: number; ok: boolean; error: string | null; data: unknown; text: string }

/** Calls an action as the browser does; `headers` come on top of the usual ones, or in their place. */
export async function callAction(
  url: string,
  { id, page }: Action,
  input: unknown,
  { cookie, headers = {}, body }: { cookie?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Outcome> {
  const usual: Record<string, string> = {
    accept: 'text/x-component',
    'content-type': 'text/plain;charset=UTF-8',
    'next-action': id,
    origin: url,
    ...(cookie ? { cookie } : {}),
  }
  const args = body ?? (input === undefined ? '[]' : JSON.stringify([input]))
  const { status, text } = await send(url + page, {
    method: 'POST',
    headers: { ...usual, ...headers },
    body: args,
  })
  const [, answer] = /^1:(\{.*\})$/m.exec(text) ?? []
  const { ok, data, error } = JSON.parse(answer ?? '{}')
  return { status, ok: ok === true, error: error?.code ?? null, data, text }
}

/** Refused: a 4xx, and no word of how the server works. */
export function expectRefused({ status, text }: Pick<Answer, 'status' | 'text'>, what: string): void {
  expect(status, `${what}: ${text.slice(0, 300)}`).toBeGreaterThanOrEqual(400)
  expect(status, `${what}: ${text.slice(0, 300)}`).toBeLessThan(500)
  expectSilent(text, what)
}

/** No word of how the server works. */
export function expectSilent(text: string, what: string): void {
  expect(text, what).not.toMatch(
    /\bat \S+ \(|\.(ts|js):\d+|node_modules|\/tmp\/|SQLITE|Prisma|DuckDB|Binder Error/,
  )
}
