import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { LoadSummary, Plan, Question } from './load-users'

const quote = (text: string) => JSON.stringify(text)
const luaQuestion = ({ path, body }: Question) =>
  body
    ? `wrk.format("POST", ${quote(path)}, nil, ${quote(JSON.stringify(body))})`
    : `wrk.format("GET", ${quote(path)})`

/** Debian's wrk with as many connections as users; each pauses before every question, so that it opens as many pages. */
export async function visitWithWrk(plan: Plan): Promise<LoadSummary> {
  const { url, cookie, visits, users, think, milliseconds } = plan
  const turns = Array.from({ length: users }, (_, user) => user)
  const questions = turns.flatMap((user) => visits.flatMap(({ questions: of }) => of(user, user)))
  const pause = (think * visits.length * users) / questions.length
  const folder = mkdtempSync(join(tmpdir(), 'personae-wrk-'))
  const script = join(folder, 'visits.lua')
  writeFileSync(
    script,
    `wrk.headers["cookie"] = ${quote(cookie)}
wrk.headers["accept-encoding"] = "gzip"
wrk.headers["content-type"] = "application/json"
local questions, turn = {}, 0
function init()
${questions.map((question, index) => `  questions[${index + 1}] = ${luaQuestion(question)}`).join('\n')}
end
function request()
  turn = turn % #questions + 1
  return questions[turn]
end
${think > 0 ? `function delay() return ${pause} * (0.5 + math.random()) end` : ''}
function done(summary, latency)
  local errors = summary.errors
  local failures = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  io.write(string.format('\\n{"requests":%d,"failures":%d,"p50":%f,"p95":%f,"p99":%f}\\n', summary.requests, failures,
    latency:percentile(50) / 1000, latency:percentile(95) / 1000, latency:percentile(99) / 1000))
end
`,
  )
  try {
    const seconds = `${Math.round(milliseconds / 1000)}s`
    const options = ['-t1', `-c${users}`, `-d${seconds}`, '--timeout', '60s', '-s', script]
    const { stdout } = await promisify(execFile)('wrk', [...options, url])
    return JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
  } finally {
    rmSync(folder, { recursive: true })
  }
}
