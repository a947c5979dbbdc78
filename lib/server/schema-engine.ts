import 'server-only'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg'
import type { Provider } from './env'
import { OneWriterLibSql } from './sqlite'

// The engine reports a panic through this global; without it the cause is lost.
const panicRegistry = {
  message: '',
  set_message(message: string) {
    this.message = message
    console.error(`Schema engine: ${message}`)
  },
}

export const noFilters = { externalTables: [], externalEnums: [] }

export function createAdapter(provider: Provider, url: string): OneWriterLibSql | PrismaPg {
  return provider === 'sqlite' ? new OneWriterLibSql({ url }) : new PrismaPg({ connectionString: url })
}

async function loadBindings() {
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: panicRegistry })
  const bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const file = join(process.cwd(), 'node_modules/@prisma/schema-engine-wasm/schema_engine_bg.wasm')
  const imports = { './schema_engine_bg.js': bindings } as unknown as WebAssembly.Imports
  const { instance } = await WebAssembly.instantiate(await readFile(file), imports)
  bindings.__wbg_set_wasm(instance.exports)
  ;(instance.exports.__wbindgen_start as () => void)()
  return bindings
}

// The bindings hold one instance's memory: a second instance in the same process would corrupt both.
let loaded: ReturnType<typeof loadBindings> | undefined

export type OpenEngine = {
  engine: SchemaEngine
  /** Ends its connections too: one that idles keeps the lock that others wait for who start at the same moment. */
  close: () => Promise<void>
}

/** Prisma's schema engine as WebAssembly: applies and writes migrations with nothing to download. */
export async function openSchemaEngine(
  provider: Provider,
  url: string,
  schema?: string,
): Promise<OpenEngine> {
  loaded ??= loadBindings()
  const { SchemaEngine } = await loaded
  const factory = createAdapter(provider, url)
  const connect = factory.connect.bind(factory)
  const connections: { dispose: () => Promise<void> }[] = []
  factory.connect = async () => {
    const connection = await connect()
    connections.push(connection)
    return connection as never
  }
  const adapter = bindMigrationAwareSqlAdapterFactory(factory)
  const datamodels: [string, string][] | undefined = schema ? [['schema.prisma', schema]] : undefined
  const engine = await SchemaEngine.new({ datamodels }, () => {}, adapter)
  const close = async () => {
    engine.free()
    await Promise.all(connections.map((connection) => connection.dispose()))
  }
  return { engine, close }
}

/** The committed migrations of one provider, oldest first. */
export async function listMigrations(provider: Provider): Promise<MigrationList> {
  const baseDir = join(process.cwd(), 'prisma/migrations', provider)
  const entries = await readdir(baseDir, { withFileTypes: true }).catch(() => [])
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  const migrationDirectories = await Promise.all(
    names.sort().map(async (path) => {
      const value = await readFile(join(baseDir, path, 'migration.sql'), 'utf8')
      return { path, migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value } } }
    }),
  )
  const lock = join(baseDir, 'migration_lock.toml')
  const content = await readFile(lock, 'utf8').catch(() => null)
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content },
    shadowDbInitScript: '',
    migrationDirectories,
  }
}
