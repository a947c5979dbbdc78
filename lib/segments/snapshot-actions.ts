'use server'

import { z } from 'zod'
import { runAction } from '@/lib/server/action'
import * as service from './snapshot-service'

const asOfSchema = z.object({ asOf: z.iso.date() })

export async function ensureSnapshot(input: { asOf: string }) {
  return runAction(asOfSchema, input, ({ asOf }, member) => service.ensureSnapshot(member, asOf))
}
