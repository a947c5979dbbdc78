import { expect, it } from 'vitest'
import { pack, unpack } from './pack'

const model = {
  name: '推荐',
  none: null,
  ids: ['a', 'b'],
  products: [{ id: 'a', price: 1.5 }],
  models: {
    offsets: Int32Array.of(0, 1, 3),
    weights: Float64Array.of(0.1, -2, 1e300),
    kinds: Uint8Array.of(1, 2, 3, 4, 5),
    empty: new Float64Array(0),
    part: Int32Array.of(9, 8, 7, 6).subarray(1, 3),
  },
}
const join = (parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts))

it('reads what it wrote, without a copy of the arrays', () => {
  const bytes = join(pack(model))
  const read = unpack(bytes) as typeof model
  expect(read).toEqual(model)
  expect(read.models.weights.buffer).toBe(bytes.buffer)
})

it('reads bytes that lie anywhere', () => {
  const bytes = join(pack(model))
  const shifted = new Uint8Array(bytes.length + 3)
  shifted.set(bytes, 3)
  expect(unpack(shifted.subarray(3))).toEqual(model)
})
