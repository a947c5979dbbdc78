import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

export const providers = ['sqlite', 'postgresql'] as const
export type Provider = (typeof providers)[number]

/** The text of prisma/schema.prisma for one provider, its client written to lib/generated/<provider>. */
export async function readSchema(root: string, provider: Provider): Promise<string> {
  const schema = await readFile(join(root, 'prisma/schema.prisma'), 'utf8')
  return schema
    .replace('provider = "sqlite"', `provider = "${provider}"`)
    .replace('"../lib/generated/sqlite"', JSON.stringify(join(root, 'lib/generated', provider)))
}
