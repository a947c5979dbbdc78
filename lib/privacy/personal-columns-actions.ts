'use server'

import { runAction } from '@/lib/server/action'
import * as service from './personal-columns'
import { type ChoosePersonal, choosePersonalSchema } from './personal-columns-schema'

export async function choosePersonal(input: ChoosePersonal) {
  return runAction(choosePersonalSchema, input, (value, member) => service.choosePersonal(member, value))
}
