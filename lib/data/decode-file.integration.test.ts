import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decodeFile, judgeEncoding } from './decode-file'

describe('decoding a file', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'personae-decode-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  const line = (n: number) => `${n},Zoë Łukasz Müller,北京市朝阳区,ééé\n`
  const samples = {
    'utf-16le': line,
    'utf-16be': line,
    gb18030: (n: number) => `${n},北京市朝阳区建国路,客户${n}\n`,
    big5: (n: number) => `${n},臺北市信義區,顧客服務\n`,
    shift_jis: (n: number) => `${n},東京都渋谷区,お客様の名前です\n`,
    'windows-1252': (n: number) => `${n},Café Zoë Größe à Orléans\n`,
  } as const

  it.each(Object.keys(samples) as (keyof typeof samples)[])(
    'reads %s back, across blocks',
    async (encoding) => {
      const text = `id,a,b,c\n${Array.from({ length: 60_000 }, (_, n) => samples[encoding](n)).join('')}`
      const [source, target] = [join(folder, 'source'), join(folder, 'target')]
      await writeFile(source, iconv.encode(text, encoding, { addBOM: encoding.startsWith('utf-16') }))
      let heard = 0
      const { name } = await judgeEncoding(source, (bytes) => {
        heard = bytes
      })
      expect(name).toBe(encoding)
      expect(heard).toBe((await readFile(source)).length)
      await decodeFile(source, target, encoding, () => {})
      expect((await readFile(target, 'utf8')) === text).toBe(true)
    },
  )

  it('keeps characters whole that are cut by a block, and counts what it cannot read', async () => {
    const [source, target] = [join(folder, 'source'), join(folder, 'target')]
    for (const encoding of ['utf-16le', 'utf-16be', 'gb18030'] as const) {
      const text = `a${'😀'.repeat(600_000)}\n`
      await writeFile(source, iconv.encode(text, encoding))
      expect(await decodeFile(source, target, encoding, () => {})).toEqual({ replaced: 0 })
      expect((await readFile(target, 'utf8')) === text).toBe(true)
    }
    await writeFile(source, Buffer.from([0x41, 0, 0x3d, 0xd8, 0x42, 0, 0x3d, 0xd8]))
    expect(await decodeFile(source, target, 'utf-16le', () => {})).toEqual({ replaced: 2 })
    expect(await readFile(target, 'utf8')).toBe('A\ufffdB\ufffd')
    await writeFile(source, Buffer.from([0x41, 0x81, 0x42, 0xe9]))
    expect(await decodeFile(source, target, 'windows-1252', () => {})).toEqual({ replaced: 1 })
    expect(await readFile(target, 'utf8')).toBe('A\ufffdBé')
  })
})
