'use server'

import { z } from 'zod'
import { runAction } from '@/lib/server/action'
import { type ExportRequest, exportRequestSchema } from './export-schema'
import { prepareExport as prepare } from './export-service'
import { renameSegmentSchema, savePersonaSchema } from './schema'
import * as service from './service'
import { type CreateSegmentation, createSegmentationSchema } from './settings-schema'

export async function createSegmentation(input: CreateSegmentation) {
  return runAction(createSegmentationSchema, input, (settings, member) =>
    service.createSegmentation(member, settings),
  )
}

export async function renameSegment(input: z.infer<typeof renameSegmentSchema>) {
  return runAction(renameSegmentSchema, input, ({ segmentId, name }, member) =>
    service.renameSegment(member, segmentId, name),
  )
}

export async function savePersona(input: z.infer<typeof savePersonaSchema>) {
  return runAction(savePersonaSchema, input, ({ segmentId, persona }, member) =>
    service.savePersona(member, segmentId, persona),
  )
}

export async function deleteSegmentation(input: { id: string }) {
  return runAction(z.object({ id: z.string() }), input, ({ id }, member) =>
    service.deleteSegmentation(member, id),
  )
}

export async function prepareExport(input: ExportRequest) {
  return runAction(exportRequestSchema, input, (request, member) => prepare(member, request))
}
