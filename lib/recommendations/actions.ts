'use server'

import { z } from 'zod'
import { runAction } from '@/lib/server/action'
import { type RecommenderExportRequest, recommenderExportSchema } from './export-schema'
import { prepareExport as prepare } from './export-service'
import * as service from './service'
import { type CreateRecommender, createRecommenderSchema } from './settings-schema'

export async function createRecommender(input: CreateRecommender) {
  return runAction(createRecommenderSchema, input, (settings, member) =>
    service.createRecommender(member, settings),
  )
}

export async function deleteRecommender(input: { id: string }) {
  return runAction(z.object({ id: z.string() }), input, ({ id }, member) =>
    service.deleteRecommender(member, id),
  )
}

export async function prepareExport(input: RecommenderExportRequest) {
  return runAction(recommenderExportSchema, input, (request, member) => prepare(member, request))
}
