import { expect, it, vi } from 'vitest'
import { createMemory } from './remember'

it('finds an answer once, also for those who ask at the same time', async () => {
  const remember = createMemory<number>(2)
  const find = vi.fn(async () => 7)
  expect(await Promise.all([remember('a', find), remember('a', find)])).toEqual([7, 7])
  expect(await remember('a', find)).toBe(7)
  expect(find).toHaveBeenCalledTimes(1)
})

it('forgets the answer not asked for longest', async () => {
  const remember = createMemory<string>(2)
  const find = vi.fn(async () => 'found')
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await remember(key, find)
  expect(find).toHaveBeenCalledTimes(4)
})

it('asks again after a failure', async () => {
  const remember = createMemory<number>(2)
  await expect(remember('a', () => Promise.reject(new Error('disk')))).rejects.toThrow('disk')
  expect(await remember('a', async () => 1)).toBe(1)
})
