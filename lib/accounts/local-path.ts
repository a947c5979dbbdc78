const origin = 'http://local.invalid'

/** Where to go after sign-in: a path of this site, or the overview when `next` is anything else. */
export function toLocalPath(next: unknown): string {
  if (typeof next !== 'string' || !/^\/(?![/\\])/.test(next) || !URL.canParse(next, origin)) return '/'
  const url = new URL(next, origin)
  return url.origin === origin ? `${url.pathname}${url.search}${url.hash}` : '/'
}
