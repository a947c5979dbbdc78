import 'server-only'

/**
 * Of the one style sheet that `sonner` puts into the page as it loads, first without any text; content-policy.test.ts tells
 * its next value.
 */
export const emptyStyles = 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='
export const sonnerStyles = 'sha256-StEaX+se6YS7pqjzrzMIA0KaX9zF/8zAhvQXZAe5epY='

/**
 * The Content-Security-Policy of a page. Scripts need its nonce, or to be loaded by one that has it; style sheets need it
 * too. Style attributes cannot carry one: React writes them into the page it sends, Recharts and Radix into what they draw
 * (positions and sizes), so they are let through. No rule follows from a column name or a value of the user's.
 */
export function contentPolicy(nonce: string, development: boolean): string {
  const directives = {
    'default-src': "'self'",
    'script-src': `'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    // In development Next puts style sheets into the page without a nonce.
    'style-src-elem': development
      ? "'self' 'unsafe-inline'"
      : `'self' 'nonce-${nonce}' '${emptyStyles}' '${sonnerStyles}'`,
    'style-src-attr': "'unsafe-inline'",
    'img-src': "'self' data: blob:",
    'font-src': "'self'",
    'connect-src': "'self'",
    'worker-src': "'self'",
    'form-action': "'self'",
    'object-src': "'none'",
    'frame-src': "'none'",
    'base-uri': "'none'",
    'frame-ancestors': "'none'",
  }
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ')
}

/** The nonce of the page that answers a request with these headers, as the proxy has set it. */
export function readNonce(headers: Headers): string | undefined {
  return /'nonce-([^']+)'/.exec(headers.get('content-security-policy') ?? '')?.[1]
}
