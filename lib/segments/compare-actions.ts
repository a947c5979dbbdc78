'use server'

import { runAction } from '@/lib/server/action'
import { type SaveFlow, saveFlowSchema } from './compare-schema'
import * as service from './compare-service'

export async function saveFlow(input: SaveFlow) {
  return runAction(saveFlowSchema, input, (flow, member) => service.saveFlow(member, flow))
}
