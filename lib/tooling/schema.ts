import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

export const providers = ['sqlite', 'postgresql'] as const
export type Provider = (typeof providers)[number]

/** The same models for another database. */
export function deriveSchema(schema: string, provider: Provider): string {
  return schema.replace('provider = "sqlite"', `provider = "${provider}"`)
}

/** The text of prisma/schema.prisma for one provider, its client written to lib/generated/<provider>. */
export async function readSchema(root: string, provider: Provider): Promise<string> {
  const schema = await readFile(join(root, 'prisma/schema.prisma'), 'utf8')
  const output = JSON.stringify(join(root, 'lib/generated', provider))
  return deriveSchema(schema, provider).replace('"../lib/generated/sqlite"', output)
}
