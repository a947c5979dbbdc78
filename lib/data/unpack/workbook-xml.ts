import 'server-only'
import { SaxesParser } from 'saxes'
import { AppError } from '@/lib/shared/errors'

export type Tag = { name: string; attributes: Record<string, string> }
type Handlers = { open?: (tag: Tag) => void; text?: (text: string) => void; close?: (name: string) => void }

/** A cell holds at most 32,767 characters; a text or tag that goes on for longer than this is no workbook's. */
const longestRun = 16_000_000
/** Tags within tags; a workbook has about ten. */
const deepestTag = 100

/** The name without a namespace prefix. */
const local = (name: string) => name.slice(name.indexOf(':') + 1)

/** An attribute by its name, whatever prefix the file gives to its namespace. */
export function attributeOf({ attributes }: Tag, name: string): string | undefined {
  return attributes[Object.keys(attributes).find((key) => key.endsWith(`:${name}`)) ?? name]
}

/**
 * Reads XML piece by piece; after each piece `taken` may hand on what has been gathered. Document types are refused, so
 * there are no entities to expand but XML's own five. Throws AppError archiveDamaged.
 */
export async function* readXml<T>(
  bytes: AsyncIterable<Uint8Array>,
  name: string,
  handlers: Handlers,
  taken: () => T[],
): AsyncGenerator<T> {
  const parser = new SaxesParser()
  const decoder = new TextDecoder()
  /** characters since the last tag */
  let run = 0
  let depth = 0
  const damaged = () => new AppError('archiveDamaged', { name })
  parser.on('error', () => {
    throw damaged()
  })
  parser.on('doctype', () => {
    throw damaged()
  })
  parser.on('opentag', ({ name, attributes }) => {
    run = 0
    if (++depth > deepestTag) throw damaged()
    handlers.open?.({ name: local(name), attributes })
  })
  parser.on('closetag', ({ name }) => {
    run = 0
    depth--
    handlers.close?.(local(name))
  })
  parser.on('text', (text) => handlers.text?.(text))
  parser.on('cdata', (text) => handlers.text?.(text))
  for await (const chunk of bytes) {
    run += chunk.length
    parser.write(decoder.decode(chunk, { stream: true }))
    if (run > longestRun) throw damaged()
    yield* taken()
  }
  parser.write(decoder.decode()).close()
  yield* taken()
}

/** The same for small parts: everything is gathered by the handlers. */
export async function walkXml(
  bytes: AsyncIterable<Uint8Array>,
  name: string,
  handlers: Handlers,
): Promise<void> {
  for await (const _ of readXml(bytes, name, handlers, () => [])) {
    // nothing is handed on
  }
}
