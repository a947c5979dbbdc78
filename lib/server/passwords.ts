import 'server-only'
import { hash, verify } from '@node-rs/argon2'

/** Argon2id with OWASP's first recommended parameters: 19 MiB, two passes, one lane. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password, parameters)

export const verifyPassword = (stored: string, password: string): Promise<boolean> => verify(stored, password)
