'use server'

import { z } from 'zod'
import { runAction } from '@/lib/server/action'
import * as sample from './sample'
import { type StartImport, startImportSchema } from './schema'
import * as service from './service'

export async function startImport(input: StartImport) {
  return runAction(startImportSchema, input, (value, member) => service.startImport(member, value))
}

export async function loadSample() {
  return runAction(z.undefined(), undefined, (_, member) => sample.loadSample(member))
}
