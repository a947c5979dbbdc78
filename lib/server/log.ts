import 'server-only'
import { type Logger, pino } from 'pino'
import { readEnv } from './env'

// Messages of these two name the program's own identifiers, but for those of Node, which have a code and quote what they
// were given. Any other may quote a value that came from a user.
const plainMessages = new Set(['TypeError', 'ReferenceError'])
const isPlain = (error: Error) => plainMessages.has(error.name) && !('code' in error)

/**
 * What a line of the log may say: ids, numbers and the program's own words. Never a value of a brand's data, a name, an
 * e-mail address, a file name or the query of an address.
 */
export type LogFields = {
  workspaceId?: string
  /** the user's id */
  actorId?: string | null
  objectId?: string
  /** a pattern such as /segments/[id], never the address itself */
  route?: string
  method?: string
  status?: number
  kind?: string
  attempt?: number
  /** duration */
  ms?: number
  /** completed, or why not: an error code */
  outcome?: string
  /** the number that the user was shown */
  reference?: string
}

/** One line of JSON each on stderr, written before the program goes on: a crash loses none. */
function createLogger(): Logger {
  return pino(
    {
      level: readEnv().logLevel,
      base: undefined,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (level) => ({ level }) },
    },
    { write: (line) => console.error(line.trimEnd()) },
  )
}

let logger: Logger | undefined
const getLogger = () => {
  logger ??= createLogger()
  return logger
}

/** Notes something that happened in the ordinary course of things. */
export function logEvent(event: string, fields: LogFields, level: 'info' | 'debug' = 'info'): void {
  getLogger()[level]({ event, ...fields })
}

/**
 * A message without what it quotes, at most 300 characters: values may hold quotes themselves, so all from the first to the
 * last one goes; and e-mail addresses, longer numbers, and what DuckDB copies of a file or a statement.
 */
export function redact(message: string): string {
  const lines = message.trim().split('\n')
  // Prisma prints the call with its values first and the reason last.
  const reason = lines[0]?.startsWith('Invalid `') ? (lines.at(-1) ?? '') : lines.join(' ')
  return reason
    .replace(/(Original Line|LINE \d+): .*$/s, '$1: …')
    .replace(/(?<![\p{L}\p{N}])["'“‘](?:.*["'”’]|.*$)/su, '"…"')
    .replace(/\S+@\S+/g, '…')
    .replace(/\d[\d ()./-]{4,}\d/g, '…')
    .slice(0, 300)
}

/** What may be said of an error. */
export const tellMessage = (error: Error) => (isPlain(error) ? error.message : redact(error.message))

const frames = (stack = '') => stack.split('\n').filter((line) => /^\s+at /.test(line))

/** Writes an unexpected error as one line of JSON on stderr, never with user data, and returns its reference number. */
export function logUnexpected(
  error: unknown,
  reference = crypto.randomUUID().slice(0, 8),
  where?: string,
): string {
  const known = error instanceof Error ? error : new Error(String(error))
  getLogger().error({
    event: 'unexpected',
    reference,
    where,
    name: known.name,
    code: 'code' in known ? String(known.code) : undefined,
    message: tellMessage(known),
    stack: frames(known.stack).map((frame) => frame.trim()),
  })
  return reference
}
