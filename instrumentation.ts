import type { Instrumentation } from 'next'

export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  if (process.env.NODE_ENV === 'production') (await import('@/lib/server/guard-output')).guardConsole()
  const { observeRequests } = await import('@/lib/server/metrics-http')
  observeRequests()
  const { allowLongUploads } = await import('@/lib/server/long-uploads')
  allowLongUploads()
  const { announceSetup } = await import('@/lib/accounts/announce-setup')
  await announceSetup()
}

/** The digest is what the error boundary shows as the reference number. */
export const onRequestError: Instrumentation.onRequestError = async (error, _request, { routePath }) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { logUnexpected } = await import('@/lib/server/log')
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : undefined
  logUnexpected(error, digest, routePath)
}
