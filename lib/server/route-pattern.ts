import 'server-only'
// Next tells a route or an action its parameters but not which route it is.
import { workAsyncStorage } from 'next/dist/server/app-render/work-async-storage.external'

/** The pattern of the page or route at work, such as /segments/[id]; undefined outside of a request. */
export function readRoutePattern(): string | undefined {
  return workAsyncStorage.getStore()?.route
}
