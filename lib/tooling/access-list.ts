import type { Role } from '@/lib/shared/roles'

/**
 * Who may: `public` anybody, `token` programs with an API token, else members of the workspace from that role up.
 * What is sent may hold `{segment}`, `{job}` and other ids of the workspace (see Ids): e2e/access-flow.spec.ts sends it
 * as an anonymous visitor, as an owner of another workspace and as a viewer, and expects to be refused.
 */
export type Who = 'public' | 'token' | Role

export type PageEntry = {
  who: Who
  /** addresses to open */
  open: string[]
  /** what a public page answers everybody, when it is not 200 */
  status?: number
}
export type RouteEntry = {
  who: Who
  send: string
  body?: unknown
  /** what a public route answers everybody who may not more */
  status?: number
}
export type ActionEntry = {
  who: Who
  /** what it is called with: one argument each */
  inputs: unknown[]
  /** the code that a public action answers inputs with that it must refuse; null where anybody may */
  refused?: string | null
}

/** What there is in the workspace to reach for. */
export const idNames = [
  ...['upload', 'import', 'job'],
  ...['segmentation', 'segment', 'snapshot', 'customer', 'segmentExport'],
  ...['recommender', 'product', 'recommenderExport'],
  ...['token', 'member', 'invitation', 'session', 'erasure'],
] as const
export type Ids = Record<string, string>

const placeholder = /\{(\w+)\}/g

/** Whether an entry names something of the workspace, and so must be refused to members of others. */
export const namesIds = (value: unknown): boolean => JSON.stringify([value]).search(placeholder) >= 0

/** The same with the ids in place of their names; throws when there is none of a name. */
export function fillIn<T>(value: T, ids: Ids): T {
  const filled = JSON.stringify(value).replace(placeholder, (_, name: string) => {
    const id = ids[name]
    if (id === undefined) throw new Error(`No id for {${name}}`)
    return id
  })
  return JSON.parse(filled) as T
}
