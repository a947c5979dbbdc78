import 'server-only'
import { attributeKey, type PersonalColumns } from '@/lib/csv/personal-columns'
import { isContactId } from '@/lib/csv/personal-values'
import { maskFor } from '@/lib/privacy/mask'
import { maskMark } from '@/lib/privacy/mask-mark'
import { digestPerson, readDigestKey } from '@/lib/privacy/person-digest'
import { readPersonalColumns } from '@/lib/privacy/personal-columns'
import { type Member, requireRole } from '@/lib/server/access'
import { listBatches } from '@/lib/server/batches'
import { getDatabase } from '@/lib/server/database'
import { readEnv } from '@/lib/server/env'
import { getWarehouse } from '@/lib/server/warehouse'
import { AppError } from '@/lib/shared/errors'
import { createMemory } from '@/lib/shared/remember'
import { datasetTables } from '@/lib/warehouse/dataset'
import { customerQueries, findReferenced, isNamed } from './queries'
import { readLastDay, readOrders } from './queries-orders'
import type { CustomerReference, CustomerView } from './schema'

/** By the files of the dataset, which never change. */
const rememberLastDay = createMemory<string | null>(50)

async function openDataset({ workspaceId }: Member) {
  return { dataDir: readEnv().dataDir, batches: await listBatches(await getDatabase(), workspaceId) }
}

/** What names a customer in an address whose id is an e-mail address or phone number. Throws AppError forbidden or notFound. */
export async function getCustomerReference(member: Member, id: string): Promise<CustomerReference> {
  requireRole(member, 'analyst')
  const dataset = await openDataset(member)
  if (!(await isNamed(await getWarehouse(), dataset, id))) throw new AppError('notFound')
  const key = await readDigestKey(dataset.dataDir, member.workspaceId, 'reference')
  return { reference: digestPerson(key, 'customer_id', id) }
}

/**
 * The customer id that an address stands for. Throws AppError notFound for an unknown reference, and for a viewer who asks
 * for an e-mail address or phone number: the answer would tell who is a customer.
 */
export async function findCustomerId(
  member: Member,
  address: { id: string } | CustomerReference,
): Promise<string> {
  if ('id' in address) {
    if (maskFor(member).hides && isContactId(address.id)) throw new AppError('notFound')
    return address.id
  }
  const dataset = await openDataset(member)
  const key = await readDigestKey(dataset.dataDir, member.workspaceId, 'reference')
  const id = await findReferenced(await getWarehouse(), dataset, key, address.reference)
  if (id === null) throw new AppError('notFound')
  return id
}

type Identity = NonNullable<CustomerView['identity']>

function maskIdentity(identity: Identity, personal: PersonalColumns, mask: ReturnType<typeof maskFor>) {
  const { name, email, phone, gender, birthDate, city, country, signedUpOn, consent } = identity
  const field = (key: string, value: string | null) => (personal[key] ? mask.value(value) : value)
  return {
    ...{ name: mask.value(name), email: mask.value(email), phone: mask.value(phone) },
    ...{ birthDate: mask.value(birthDate), gender: field('gender', gender), city: field('city', city) },
    ...{ country: field('country', country), signedUpOn: field('signed_up_on', signedUpOn) },
    consent: personal.consent ? null : consent,
    attributes: identity.attributes.map(({ name: header, value }) => ({
      name: header,
      value: personal[attributeKey(header)] === false ? mask.cell(value) : maskMark,
    })),
  }
}

/** Everything shown of one customer; throws AppError notFound when no table knows the id. */
export async function getCustomer(member: Member, id: string): Promise<CustomerView> {
  const dataset = await openDataset(member)
  const warehouse = await getWarehouse()
  const tables = datasetTables(dataset.dataDir, dataset.batches)
  const files = dataset.batches.map(({ file }) => file).join()
  const lastDay = await rememberLastDay(files, () => readLastDay(warehouse, tables))
  const queries = customerQueries(warehouse, dataset, id)
  const [identity, { figures, lineCount, lines }, reviews] = await Promise.all([
    queries.readIdentity(),
    readOrders(warehouse, tables, id, lastDay),
    queries.readReviews(),
  ])
  if (!identity && lineCount === 0 && reviews.length === 0) throw new AppError('notFound')
  const mask = maskFor(member)
  if (!mask.hides) return { id, identity, figures, lines, lineCount, reviews }
  const personal = await readPersonalColumns(member, { tables, files })
  return {
    id: mask.id(id),
    identity: identity && maskIdentity(identity, personal, mask),
    figures,
    lines,
    lineCount,
    reviews: reviews.map((review) => ({
      ...review,
      title: mask.text(review.title),
      text: mask.text(review.text),
    })),
  }
}
