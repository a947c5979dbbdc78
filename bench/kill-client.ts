import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** The server could not be asked, or its answer was cut off: what was asked may have been done or not. */
export class Unanswered extends Error {}

type Reference = { filename: string; exportedName: string; workers: Record<string, unknown> }

/** Server actions of the build, as a browser calls them: `lib/data/actions.ts#confirmImport` → id and a page that has it. */
function readActions(): Map<string, { id: string; page: string }> {
  const manifest = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8'))
  return new Map(
    Object.entries(manifest.node as Record<string, Reference>).map(([id, reference]) => {
      const pages = Object.keys(reference.workers).map(
        (worker) =>
          worker
            .replace(/^app/, '')
            .replace(/\/\([^/]*\)/g, '')
            .replace(/\/page$/, '') || '/',
      )
      const page = pages.find((path) => !path.includes('[')) ?? (pages[0] ?? '/').replace(/\[[^/]*\]/g, 'x')
      return [`${reference.filename}#${reference.exportedName}`, { id, page }]
    }),
  )
}

/** A signed-in browser without the browser: pages' requests and server actions over HTTP. */
export class Client {
  private readonly actions = readActions()
  private cookie = ''

  constructor(
    readonly url: string,
    private readonly account: { email: string; password: string },
  ) {}

  /** Throws Unanswered when no whole answer came. */
  async request(path: string, init: RequestInit = {}): Promise<{ response: Response; text: string }> {
    const headers = { cookie: this.cookie, origin: this.url, ...init.headers }
    try {
      const response = await fetch(`${this.url}${path}`, { redirect: 'manual', ...init, headers })
      return { response, text: await response.text() }
    } catch (error) {
      throw new Unanswered(String(error))
    }
  }

  async signIn(): Promise<void> {
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify(this.account)
    const { response } = await this.request('/api/auth/sign-in/email', { method: 'POST', headers, body })
    if (!response.ok) throw new Error(`Signing in was answered with ${response.status}`)
    this.cookie = response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ')
  }

  async get<T>(path: string): Promise<T> {
    return this.read(path, await this.request(path))
  }

  async upload(name: string, body: string): Promise<{ uploadId: string }> {
    const path = `/api/uploads?name=${encodeURIComponent(name)}`
    return this.read(path, await this.request(path, { method: 'POST', body }))
  }

  private read<T>(path: string, { response, text }: { response: Response; text: string }): T {
    if (!response.ok) throw new Error(`${path} was answered with ${response.status}: ${text.slice(0, 300)}`)
    return JSON.parse(text) as T
  }

  /** Calls a server action; an expected refusal comes back as `{ error: code }`. */
  async act<T>(name: string, input: object): Promise<T & { error?: string }> {
    const action = this.actions.get(name)
    if (!action) throw new Error(`The build has no action ${name}`)
    const headers = {
      'next-action': action.id,
      accept: 'text/x-component',
      'content-type': 'text/plain;charset=UTF-8',
    }
    const body = JSON.stringify([input])
    const { response, text } = await this.request(action.page, { method: 'POST', headers, body })
    const line = text.split('\n').find((row) => /^1:\{"ok"/.test(row))
    if (!line) throw new Unanswered(`${name} was answered with ${response.status}: ${text.slice(0, 300)}`)
    const result = JSON.parse(line.slice(2))
    return (result.ok ? result.data : { error: result.error.code }) as T & { error?: string }
  }

  /** Asks until `accept` takes the answer; while nobody answers, it waits. */
  async poll<T>(path: string, accept: (answer: T) => boolean, milliseconds = 100): Promise<T> {
    for (;;) {
      try {
        const answer = await this.get<T>(path)
        if (accept(answer)) return answer
      } catch (error) {
        if (!(error instanceof Unanswered)) throw error
      }
      await sleep(milliseconds)
    }
  }
}
