import 'server-only'

// Messages of these two name the program's own identifiers; any other may quote a value that came from a user.
const plainMessages = new Set(['TypeError', 'ReferenceError'])

/** The message without what stands in quotes or looks like an e-mail address, at most 300 characters. */
export function redact(message: string): string {
  const lines = message.trim().split('\n')
  // Prisma prints the call with its values first and the reason last.
  const reason = lines[0]?.startsWith('Invalid `') ? (lines.at(-1) ?? '') : lines.join(' ')
  return reason
    .replace(/"[^"]*"|'[^']*'/g, '"…"')
    .replace(/\S+@\S+/g, '…')
    .slice(0, 300)
}

const frames = (stack = '') => stack.split('\n').filter((line) => /^\s+at /.test(line))

/** Writes an unexpected error as one line of JSON on stderr, never with user data, and returns its reference number. */
export function logUnexpected(
  error: unknown,
  reference = crypto.randomUUID().slice(0, 8),
  where?: string,
): string {
  const known = error instanceof Error ? error : new Error(String(error))
  const line = {
    time: new Date().toISOString(),
    level: 'error',
    reference,
    where,
    name: known.name,
    code: 'code' in known ? String(known.code) : undefined,
    message: plainMessages.has(known.name) ? known.message : redact(known.message),
    stack: frames(known.stack).map((frame) => frame.trim()),
  }
  console.error(JSON.stringify(line))
  return reference
}
