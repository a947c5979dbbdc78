import 'server-only'
import { resolve } from 'node:path'
import { z } from 'zod'

const envSchema = z.object({
  DATA_DIR: z.string().min(1).default('data'),
  DATABASE_URL: z
    .string()
    .regex(/^(postgres(ql)?|file):/, 'DATABASE_URL must start with postgres://, postgresql:// or file:')
    .optional(),
  // Progress is counted in bytes in a 32-bit column, hence the upper bound.
  MAX_UPLOAD_BYTES: z.coerce.number().int().min(1).max(2_147_483_647).default(2_000_000_000),
  BODY_SILENCE_SECONDS: z.coerce.number().min(0.1).max(3600).default(60),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  WORKER: z.enum(['on', 'off']).default('on'),
  JOB_NICENESS: z.coerce.number().int().min(0).max(19).default(19),
  LOG_LEVEL: z.enum(['error', 'info', 'debug', 'silent']).default('info'),
  METRICS_TOKEN: z.string().min(16, 'METRICS_TOKEN must have at least 16 characters').optional(),
  NODE_ENV: z.string().default('development'),
})

export type Provider = 'sqlite' | 'postgresql'

/** Settings read from the environment once. `dataDir` is absolute; throws a ZodError that names the variable. */
export function readEnv(source: NodeJS.ProcessEnv = process.env) {
  const env = envSchema.parse(source)
  const dataDir = resolve(env.DATA_DIR)
  const databaseUrl = env.DATABASE_URL ?? `file:${dataDir}/personae.db`
  const provider: Provider = databaseUrl.startsWith('postgres') ? 'postgresql' : 'sqlite'
  return {
    dataDir,
    databaseUrl,
    provider,
    host: env.HOST,
    port: env.PORT,
    maxUploadBytes: env.MAX_UPLOAD_BYTES,
    bodySilenceMilliseconds: env.BODY_SILENCE_SECONDS * 1000,
    worker: env.WORKER === 'on',
    jobNiceness: env.JOB_NICENESS,
    logLevel: env.LOG_LEVEL,
    metricsToken: env.METRICS_TOKEN ?? null,
    production: env.NODE_ENV === 'production',
  }
}
