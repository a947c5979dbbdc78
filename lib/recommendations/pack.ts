import { deserialize, serialize } from 'node:v8'

const types = { Int32Array, Float64Array, Uint8Array } as const
type TypedArray = InstanceType<(typeof types)[keyof typeof types]>
type TypeName = keyof typeof types

/** Where a typed array stood: its bytes lie apart, from `start` of those on. */
type Place = { type: TypeName; start: number; length: number }

const mark = '$place'
const alignment = 8
const align = (bytes: number) => Math.ceil(bytes / alignment) * alignment

/** Head of a file: the length of the text that describes the data, in bytes, as a 64-bit float. */
const headBytes = 8

function typeOf(value: unknown): TypeName | null {
  return (Object.keys(types) as TypeName[]).find((name) => value instanceof types[name]) ?? null
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

/**
 * Plain data as bytes to write one after another. Its typed arrays (in objects, not in lists) lie apart at multiples of 8
 * bytes: `unpack` need not copy them, which takes longest with large models.
 */
export function pack(data: unknown): Uint8Array[] {
  const arrays: TypedArray[] = []
  let end = 0
  const separate = (value: unknown): unknown => {
    const type = typeOf(value)
    if (type) {
      const array = value as TypedArray
      const place: Place = { type, start: end, length: array.length }
      arrays.push(array)
      end += align(array.byteLength)
      return { [mark]: place }
    }
    if (!isPlain(value)) return value
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, separate(one)]))
  }
  const text = serialize(separate(data))
  const filler = (bytes: number) => new Uint8Array(align(bytes) - bytes)
  return [
    new Uint8Array(Float64Array.of(text.length).buffer),
    text,
    filler(text.length),
    ...arrays.flatMap((array) => [
      new Uint8Array(array.buffer, array.byteOffset, array.byteLength),
      filler(array.byteLength),
    ]),
  ]
}

/** The data that `pack` wrote; its typed arrays are views of `bytes`. */
export function unpack(bytes: Uint8Array<ArrayBuffer>): unknown {
  const { buffer, byteOffset } = bytes.byteOffset % alignment === 0 ? bytes : Uint8Array.from(bytes)
  const [length = 0] = new Float64Array(buffer, byteOffset, 1)
  const arraysFrom = byteOffset + headBytes + align(length)
  const restore = (value: unknown): unknown => {
    if (!isPlain(value)) return value
    if (mark in value) {
      const { type, start, length: entries } = value[mark] as Place
      return new types[type](buffer, arraysFrom + start, entries)
    }
    for (const key of Object.keys(value)) value[key] = restore(value[key])
    return value
  }
  return restore(deserialize(new Uint8Array(buffer, byteOffset + headBytes, length)))
}
