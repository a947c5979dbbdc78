'use server'
import { runAction } from '@/lib/server/action'
import { type Retention, saveRetentionSchema } from './retention-schema'
import * as service from './retention-service'

export async function previewRetention(input: { retention: Retention }) {
  return runAction(saveRetentionSchema, input, ({ retention }, member) =>
    service.previewRetention(member, retention),
  )
}

export async function saveRetention(input: { retention: Retention }) {
  return runAction(saveRetentionSchema, input, ({ retention }, member) =>
    service.saveRetention(member, retention),
  )
}
