'use server'

import { z } from 'zod'
import { runAction } from '@/lib/server/action'
import * as sample from './sample'
import {
  importIdSchema,
  type ReadOptions,
  reinspectSchema,
  type StartImport,
  startImportSchema,
} from './schema'
import * as service from './service'
import * as uploads from './upload-service'

type ImportId = z.infer<typeof importIdSchema>

export async function reinspectUpload(input: { uploadId: string; options: ReadOptions }) {
  return runAction(reinspectSchema, input, ({ uploadId, options }, member) =>
    uploads.reinspectUpload(member, uploadId, options),
  )
}

export async function checkImport(input: StartImport) {
  return runAction(startImportSchema, input, (value, member) => service.checkImport(member, value))
}

export async function confirmImport(input: ImportId) {
  return runAction(importIdSchema, input, ({ importId }, member) => service.confirmImport(member, importId))
}

export async function discardImport(input: ImportId) {
  return runAction(importIdSchema, input, ({ importId }, member) => service.discardImport(member, importId))
}

export async function undoImport(input: ImportId) {
  return runAction(importIdSchema, input, ({ importId }, member) => service.undoImport(member, importId))
}

export async function loadSample() {
  return runAction(z.undefined(), undefined, (_, member) => sample.loadSample(member))
}
