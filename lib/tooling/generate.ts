import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { providers, readSchema } from './schema'

// Generating needs no schema engine, but the command downloads one unless some executable is named.
const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' }
const root = process.cwd()
const folder = mkdtempSync(join(tmpdir(), 'personae-schema-'))
try {
  for (const provider of providers) {
    const schema = join(folder, `${provider}.prisma`)
    writeFileSync(schema, await readSchema(root, provider))
    const prisma = join(root, 'node_modules/prisma/build/index.js')
    execFileSync(process.execPath, [prisma, 'generate', '--schema', schema], { env, stdio: 'pipe' })
  }
  console.log(`Prisma client generated for ${providers.join(' and ')}`)
} finally {
  rmSync(folder, { recursive: true })
}
