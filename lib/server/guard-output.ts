import 'server-only'
import { types } from 'node:util'
import { logUnexpected, tellMessage } from './log'

function tell(value: unknown): unknown {
  if (types.isNativeError(value)) return `${value.name}: ${tellMessage(value)}`
  return typeof value === 'object' && value !== null ? '{…}' : value
}

/**
 * Keeps values of the brand's data out of what others write to the console of this process: Next prints every error it
 * meets with its whole message, beside our line. Objects are not printed at all.
 */
export function guardConsole(): void {
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    const write = console[method].bind(console)
    console[method] = (...values: unknown[]) => write(...values.map(tell))
  }
}

/** The same for a process of our own, which Node would have print the error that it dies of. */
export function guardProcess(): void {
  guardConsole()
  process.on('uncaughtException', (error) => {
    logUnexpected(error)
    process.exit(1)
  })
}
