import 'server-only'
import { attributeKey, judgePersonal, type PersonalColumns } from '@/lib/csv/personal-columns'
import { type Member, requireRole } from '@/lib/server/access'
import { getDatabase } from '@/lib/server/database'
import { getWarehouse } from '@/lib/server/warehouse'
import { createMemory } from '@/lib/shared/remember'
import { tableColumns } from '@/lib/warehouse/tables'
import type { ChoosePersonal, CustomerChoices } from './personal-columns-schema'
import { findPersonalAttributes, listAttributes } from './queries-personal-columns'
import { readChoices, saveChoices } from './repository-personal-columns'

/** A workspace's tables as common table expressions, and the names of the files they are made of. */
export type Dataset = { tables: string; files: string }

// By the files of the dataset, which never change.
const rememberAttributes = createMemory<string[]>(50)
const rememberPersonal = createMemory<string[]>(50)

const fields = Object.keys(tableColumns.customers).filter((key) => key !== 'attributes')

function markFields(choices: CustomerChoices): PersonalColumns {
  return Object.fromEntries(fields.map((key) => [key, judgePersonal(key, choices[key]).personal]))
}

/** The customers' own fields alone, for lists that show no attributes: asks no data. */
export async function readPersonalFields({ workspaceId }: Member): Promise<PersonalColumns> {
  return markFields(await readChoices(await getDatabase(), workspaceId))
}

/** All columns of the customers table, the attributes of the dataset among them. */
export async function readPersonalColumns(
  { workspaceId }: Member,
  { tables, files }: Dataset,
): Promise<PersonalColumns> {
  const warehouse = await getWarehouse()
  const choices = await readChoices(await getDatabase(), workspaceId)
  const names = await rememberAttributes(files, () => listAttributes(warehouse, tables))
  const judge = (name: string, hasValues = false) => {
    const key = attributeKey(name)
    return judgePersonal(key, choices[key], () => hasValues)
  }
  const open = names.filter((name) => judge(name).reason === null)
  const found = await rememberPersonal(JSON.stringify([files, open]), () =>
    findPersonalAttributes(warehouse, tables, open),
  )
  const attributes = names.map((name) => [attributeKey(name), judge(name, found.includes(name)).personal])
  return { ...markFields(choices), ...Object.fromEntries(attributes) }
}

/** What was decided of the columns of the workspace's customers, for an import to begin with. */
export async function readPersonalChoices({ workspaceId }: Member): Promise<CustomerChoices> {
  return readChoices(await getDatabase(), workspaceId)
}

/** Says of columns of customers whether they are personal, for this and later data; throws AppError forbidden. */
export async function choosePersonal(member: Member, { choices }: ChoosePersonal): Promise<null> {
  requireRole(member, 'analyst')
  await saveChoices(await getDatabase(), member, choices)
  return null
}
