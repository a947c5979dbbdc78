import 'server-only'
import { posix } from 'node:path'
import { AppError } from '@/lib/shared/errors'
import type { Archive, Member } from './archive'
import { type NumberStyle, readNumberStyle } from './number-formats'
import type { Allowance } from './part-writer'
import { attributeOf, walkXml } from './workbook-xml'

/** Sheets or relations of a workbook; and its styles, of which Excel writes up to 65,490. */
const [mostSheets, mostStyles] = [10_000, 100_000]

type Relation = { id: string; type: string; path: string }
export type Sheet = { title: string; member: Member | null; hidden: boolean }
export type WorkbookParts = {
  sheets: Sheet[]
  from1904: boolean
  strings: Member | null
  styles: Member | null
}
/** A list of what a workbook's small parts tell, of bounded length. Throws AppError archiveDamaged. */
function createList<T>(name: string, most: number) {
  const entries: T[] = []
  const add = (entry: T) => {
    if (entries.push(entry) > most) throw new AppError('archiveDamaged', { name })
  }
  return { entries, add }
}

/** Opens a part of a workbook for reading. */
export type OpenPart = (member: Member) => AsyncIterable<Uint8Array>

/** Reads parts within an allowance for the XML of all of them; `onPacked` hears how much of the archive is done. */
export function createOpenPart(
  { read }: Archive,
  allowance: Allowance,
  onPacked: (bytes: number) => void,
): OpenPart {
  let done = 0
  return async function* open(member) {
    for await (const chunk of read(member, (packed) => onPacked(done + packed))) {
      allowance.take(chunk.length)
      yield chunk
    }
    done += member.entry.compressedSize
  }
}

/** Finds the parts of a workbook by its relations, as producers name them freely. */
export async function readWorkbookParts(
  { members }: Archive,
  open: OpenPart,
  name: string,
): Promise<WorkbookParts> {
  const byPath = new Map(members.map((member) => [member.name.replace(/^\/+/, '').toLowerCase(), member]))
  const find = (path: string) => byPath.get(path.toLowerCase()) ?? null
  const readRelations = async (path: string, folder: string): Promise<Relation[]> => {
    const { entries: relations, add } = createList<Relation>(name, mostSheets)
    const member = find(path)
    if (!member) return relations
    await walkXml(open(member), name, {
      open: ({ name: tag, attributes: { Id, Target, Type = '' } }) => {
        if (tag !== 'Relationship' || !Id || !Target) return
        const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target)
        add({ id: Id, type: Type.split('/').at(-1) ?? '', path: target })
      },
    })
    return relations
  }
  const roots = await readRelations('_rels/.rels', '')
  const root = roots.find(({ type }) => type === 'officeDocument')?.path ?? 'xl/workbook.xml'
  const workbook = find(root)
  if (!workbook) throw new AppError('archiveDamaged', { name })
  const folder = posix.dirname(root)
  const relations = await readRelations(`${folder}/_rels/${posix.basename(root)}.rels`, folder)
  const findByType = (type: string) => find(relations.find((relation) => relation.type === type)?.path ?? '')
  const { entries: sheets, add: addSheet } = createList<Sheet>(name, mostSheets)
  let from1904 = false
  await walkXml(open(workbook), name, {
    open: (tag) => {
      const { attributes } = tag
      if (tag.name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes.date1904 ?? '')
      if (tag.name !== 'sheet') return
      const id = attributeOf(tag, 'id')
      const relation = relations.find((one) => one.id === id && one.type === 'worksheet')
      const hidden = (attributes.state ?? 'visible') !== 'visible'
      addSheet({ title: attributes.name ?? '', member: find(relation?.path ?? ''), hidden })
    },
  })
  return { sheets, from1904, strings: findByType('sharedStrings'), styles: findByType('styles') }
}

/** How the numbers of each cell style are shown. */
export async function readNumberStyles(
  bytes: AsyncIterable<Uint8Array>,
  name: string,
): Promise<NumberStyle[]> {
  const codes = new Map<number, string>()
  const { entries: styles, add } = createList<NumberStyle>(name, mostStyles)
  let inCellStyles = false
  await walkXml(bytes, name, {
    open: ({ name: tag, attributes }) => {
      if (tag === 'numFmt' && codes.size < mostStyles)
        codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      else if (tag === 'cellXfs') inCellStyles = true
      else if (tag === 'xf' && inCellStyles) {
        const id = Number(attributes.numFmtId ?? 0)
        add(readNumberStyle(id, codes.get(id)))
      }
    },
    close: (tag) => {
      if (tag === 'cellXfs') inCellStyles = false
    },
  })
  return styles
}
