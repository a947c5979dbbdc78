import 'server-only'
import { headers } from 'next/headers'

/** Path and query of the page being rendered, as the proxy has seen them: Next does not tell a page its address. */
export async function readRequestPath(): Promise<string> {
  return (await headers()).get('x-path') ?? '/'
}
