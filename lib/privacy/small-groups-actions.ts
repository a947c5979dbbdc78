'use server'

import type { z } from 'zod'
import { runAction } from '@/lib/server/action'
import { smallGroupSchema } from './small-groups-schema'
import * as service from './small-groups-service'

export async function changeSmallGroup(input: z.infer<typeof smallGroupSchema>) {
  return runAction(smallGroupSchema, input, ({ smallGroup }, member) =>
    service.changeSmallGroup(member, smallGroup),
  )
}
