import 'server-only'

const neverNamed = new Set(['__proto__', 'constructor', 'prototype', 'then'])
const plainMark = /^\$(\$|undefined$|NaN$|-?Infinity$|-0$|D[\dTZ:.+-]+$|n-?\d{1,30}$)/

/** React writes a value that occurs twice as the path to its first place: `$0:0:columns`. */
const pointsBack = (text: string) =>
  /^\$0(:|$)/.test(text) &&
  !text
    .slice(1)
    .split(':')
    .some((name) => neverNamed.has(name))

/**
 * Whether the body of a server action is a list of plain values as React encodes them. Everything else that its decoder
 * knows (references to functions, streams, chunks, iterators) is of no use to the product's actions, and is what its
 * known holes went through: it is never given to the decoder.
 */
export function arePlainArguments(body: string): boolean {
  let plain = true
  try {
    const list: unknown = JSON.parse(body, (_key, value) => {
      if (typeof value === 'string' && value.startsWith('$'))
        plain &&= plainMark.test(value) || pointsBack(value)
      return value
    })
    return plain && Array.isArray(list)
  } catch {
    return false
  }
}
