import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

/** One request's page (a pattern), how long it took in milliseconds, and what it was answered with if not with 200. */
export type Answer = { page: string; milliseconds: number; failure: string | null; bytes: number }
/** A question with a body is a POST. */
export type Question = { path: string; body?: object }
/** A page with the requests that a browser makes for it: what user `user` asks for on their `turn`. */
export type Visit = { page: string; questions: (user: number, turn: number) => Question[] }

const agent = new Agent({ keepAlive: true })

/**
 * Asks as a browser would: compressed, and once more when the server closed an idle connection just then. The body is
 * counted and thrown away, so that reading it costs the server nothing.
 */
export function ask(
  url: string,
  { path, body }: Question,
  headers: Record<string, string>,
  page: string,
): Promise<Answer> {
  const start = performance.now()
  return new Promise((resolve) => {
    const end = (failure: string | null, bytes: number) =>
      resolve({ page, milliseconds: performance.now() - start, failure, bytes })
    const method = body ? 'POST' : 'GET'
    const type = body ? { 'content-type': 'application/json' } : {}
    const options = { agent, method, headers: { 'accept-encoding': 'gzip', ...type, ...headers } }
    const send = () => {
      const sent = request(url + path, options, (response) => {
        let bytes = 0
        response.on('data', (chunk: Buffer) => {
          bytes += chunk.length
        })
        response.on('end', () => end(response.statusCode === 200 ? null : `${response.statusCode}`, bytes))
        response.on('error', (error) => end(error.message, bytes))
      })
      sent.on('error', (error: NodeJS.ErrnoException) => {
        if (sent.reusedSocket && error.code === 'ECONNRESET') send()
        else end(error.message, 0)
      })
      sent.end(body && JSON.stringify(body))
    }
    send()
  })
}

export type Plan = {
  url: string
  cookie: string
  visits: readonly Visit[]
  users: number
  /** milliseconds that a user looks at a page before opening the next; 0: none (a closed loop) */
  think: number
  milliseconds: number
}

/** Every user opens page after page, starting at another one; they start spread over the think time. */
export async function visitPages({
  url,
  cookie,
  visits,
  users,
  think,
  milliseconds,
}: Plan): Promise<Answer[]> {
  const answers: Answer[] = []
  const until = performance.now() + milliseconds
  const use = async (user: number) => {
    await sleep((user * think) / users)
    for (let turn = user; performance.now() < until; turn++) {
      const visit = visits[turn % visits.length]!
      for (const [index, question] of visit.questions(user, turn).entries()) {
        const page = index === 0 ? visit.page : `${visit.page} (its data)`
        answers.push(await ask(url, question, { cookie }, page))
      }
      // Between half and one and a half times the pause, so that users do not march in step.
      if (think > 0) await sleep(think * (0.5 + ((user * 7919 + turn * 104_729) % 1000) / 1000))
    }
  }
  await Promise.all(Array.from({ length: users }, (_, user) => use(user)))
  return answers
}

/** The value below which `share` of the numbers lie, rounded. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0)
}

/** Milliseconds for half of the requests, for 95 and for 99 of a hundred. */
export type LoadSummary = { requests: number; failures: number; p50: number; p95: number; p99: number }

export function summarise(answers: readonly Answer[]): LoadSummary {
  const times = answers.map((answer) => answer.milliseconds)
  const [p50, p95, p99] = [quantile(times, 0.5), quantile(times, 0.95), quantile(times, 0.99)]
  const failures = answers.filter(({ failure }) => failure !== null).length
  return { requests: answers.length, failures, p50, p95, p99 }
}

/** Least-squares slope of samples taken at `seconds`, in per cent of their mean a minute. */
export function slopePerMinute(samples: readonly { seconds: number; value: number }[]): number {
  const mean = (pick: (sample: { seconds: number; value: number }) => number) =>
    samples.reduce((sum, sample) => sum + pick(sample), 0) / samples.length
  const time = mean(({ seconds }) => seconds)
  const level = mean(({ value }) => value)
  const covariance = mean(({ seconds, value }) => (seconds - time) * (value - level))
  const variance = mean(({ seconds }) => (seconds - time) ** 2)
  return variance > 0 ? ((covariance / variance) * 60 * 100) / level : 0
}
