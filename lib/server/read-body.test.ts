import { expect, it, vi } from 'vitest'
import { readBody, readText } from './read-body'

const silent = () => {
  // As Next's body: it ends when the connection does.
  const cancel = vi.fn(() => new Promise<void>(() => {}))
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new Uint8Array([1, 2])),
    cancel,
  })
  return { body, cancel }
}

async function collect(pieces: AsyncIterable<Uint8Array>): Promise<number[]> {
  const bytes: number[] = []
  for await (const piece of pieces) bytes.push(...piece)
  return bytes
}

it('reads a body piece by piece', async () => {
  const body = new Blob(['abc']).stream()
  expect(await collect(readBody(body, 1000))).toEqual([97, 98, 99])
})

it('gives a sender up who falls silent, and closes the body', async () => {
  const { body, cancel } = silent()
  await expect(collect(readBody(body, 20))).rejects.toMatchObject({ code: 'uploadInterrupted' })
  expect(cancel).toHaveBeenCalled()
})

it('waits longer for a sender who goes on', async () => {
  let left = 4
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      await new Promise((resolve) => setTimeout(resolve, 30))
      if (left-- > 0) controller.enqueue(new Uint8Array([left]))
      else controller.close()
    },
  })
  expect(await collect(readBody(body, 80))).toEqual([3, 2, 1, 0])
})

it('takes no more text than it may', async () => {
  await expect(readText(new Blob(['abcd']).stream(), 3)).rejects.toMatchObject({ code: 'invalidInput' })
  expect(await readText(new Blob(['é']).stream(), 2)).toBe('é')
})
