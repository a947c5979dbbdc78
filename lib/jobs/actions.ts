'use server'

import { runAction } from '@/lib/server/action'
import { jobIdSchema } from './schema'
import * as service from './service'

export async function cancelJob(input: { jobId: string }) {
  return runAction(jobIdSchema, input, ({ jobId }, member) => service.cancelJob(member, jobId))
}
