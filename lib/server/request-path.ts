import 'server-only'
// Next tells a page its parameters but not its address, and a proxy (its only documented way) would cut uploads short.
import { workUnitAsyncStorage } from 'next/dist/server/app-render/work-unit-async-storage.external'

/** Path and query of the page being rendered, '/' where they are not known. */
export function readRequestPath(): string {
  const store = workUnitAsyncStorage.getStore()
  if (store?.type !== 'request') return '/'
  const { pathname, search } = store.url
  const query = new URLSearchParams(search)
  query.delete('_rsc')
  return query.size > 0 ? `${pathname}?${query}` : pathname
}
