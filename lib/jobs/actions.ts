'use server'

import { z } from 'zod'
import { runAction } from '@/lib/server/action'
import * as service from './service'

const jobIdSchema = z.object({ jobId: z.string() })

export async function cancelJob(input: { jobId: string }) {
  return runAction(jobIdSchema, input, ({ jobId }, member) => service.cancelJob(member, jobId))
}
