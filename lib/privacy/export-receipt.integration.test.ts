import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { receiptHolds, startReceipt } from './export-receipt'
import { sortDigests } from './sort-digests'

const digest = (text: unknown) => createHash('sha256').update(`${text}`).digest('hex').slice(0, 32)

describe('the receipt of an export', () => {
  let dataDir: string
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'personae-test-'))
  })
  afterAll(() => rm(dataDir, { recursive: true }))

  it('holds exactly those who left', async () => {
    const people = Array.from({ length: 5000 }, (_, n) => digest(n))
    const receipt = startReceipt(dataDir, 'whole')
    for (let n = 0; n < people.length; n += 700) await receipt.add(people.slice(n, n + 700))
    expect(await receipt.close()).toBe(5000)
    const held = await Promise.all(
      people.filter((_, n) => n % 10 === 0).map((one) => receiptHolds(dataDir, 'whole', one)),
    )
    expect(held.every(Boolean)).toBe(true)
    const others = Array.from({ length: 100 }, (_, n) => receiptHolds(dataDir, 'whole', digest(-1 - n)))
    expect((await Promise.all(others)).some(Boolean)).toBe(false)
  })

  it('counts a person of many lines once', async () => {
    const receipt = startReceipt(dataDir, 'lines')
    await receipt.add(['a', 'a', 'b'].map(digest))
    await receipt.add(['b', 'c', 'a'].map(digest))
    expect(await receipt.close()).toBe(3)
  })

  it('holds who left before a crash', async () => {
    const receipt = startReceipt(dataDir, 'crash')
    await receipt.add(['a', 'b'].map(digest))
    expect(existsSync(join(dataDir, 'exports', 'crash'))).toBe(false)
    expect(await receiptHolds(dataDir, 'crash', digest('b'))).toBe(true)
    expect(await receiptHolds(dataDir, 'crash', digest('c'))).toBe(false)
    await receipt.close()
  })

  it('is empty, not missing, where the reader left at once', async () => {
    expect(await startReceipt(dataDir, 'empty').close()).toBe(0)
    expect(await receiptHolds(dataDir, 'empty', digest('a'))).toBe(false)
    expect(await receiptHolds(dataDir, 'never', digest('a'))).toBeNull()
  })

  it('leaves nothing else behind, and no name in it', async () => {
    const receipt = startReceipt(dataDir, 'clean')
    await receipt.add([digest('ann@example.com')])
    await receipt.close()
    const names = await readdir(join(dataDir, 'exports'))
    expect(names.filter((name) => name.includes('clean'))).toEqual(['clean'])
    const stored = await readFile(join(dataDir, 'exports', 'clean'))
    expect(stored.toString('latin1')).not.toContain('ann')
    expect(stored).toHaveLength(16)
  })
})

it('sorts digests as their texts sort, each once', () => {
  const short = fc.array(fc.uint8Array({ minLength: 4, maxLength: 4 }), { maxLength: 300 })
  const alike = fc.array(
    fc.tuple(fc.nat(1), fc.nat(1), fc.nat(2), fc.nat(2)).map((bytes) => Uint8Array.from(bytes)),
    { maxLength: 100 },
  )
  fc.assert(
    fc.property(fc.oneof(short, alike), (digests) => {
      const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
      const expected = [...new Set(digests.map(hex))].sort().join('')
      expect(hex(sortDigests(Buffer.concat(digests), 4))).toBe(expected)
    }),
  )
})
