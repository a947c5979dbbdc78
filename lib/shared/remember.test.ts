import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
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

it('keeps nothing of the request in which an answer was found', async () => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const requests = new AsyncLocalStorage<object>()
  const remember = createMemory<number>(2)
  async function find() {
    await sleep(1)
    return 7
  }
  async function ask(): Promise<WeakRef<object>> {
    const request = { headers: [] }
    await requests.run(request, () => remember('a', find))
    return new WeakRef(request)
  }
  const request = await ask()
  await sleep(10)
  collect()
  expect(request.deref()).toBeUndefined()
  expect(await remember('a', () => Promise.reject(new Error('forgotten')))).toBe(7)
})
