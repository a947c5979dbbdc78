'use server'
import { runAction } from '@/lib/server/action'
import { eraseCustomerSchema, liftErasureSchema } from './erasure-schema'
import * as service from './erasure-service'

export async function previewErasure(input: { customerId: string }) {
  return runAction(eraseCustomerSchema, input, ({ customerId }, member) =>
    service.previewErasure(member, customerId),
  )
}

export async function eraseCustomer(input: { customerId: string }) {
  return runAction(eraseCustomerSchema, input, ({ customerId }, member) =>
    service.eraseCustomer(member, customerId),
  )
}

export async function liftErasure(input: { erasureId: string }) {
  return runAction(liftErasureSchema, input, ({ erasureId }, member) =>
    service.liftErasure(member, erasureId),
  )
}
