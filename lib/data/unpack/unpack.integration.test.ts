import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { crc32 } from './crc32'
import { detectContainer } from './detect-container'
import { openPacking, type Packing, swap } from './unpack.fixture'

const code = (expected: string) => expect.objectContaining({ code: expected })

describe('unpacking', () => {
  let packing: Packing
  beforeAll(async () => {
    packing = await openPacking()
  })
  afterAll(() => packing.close())
  const names = async (path: string) => (await packing.unpack(path, 'a.zip')).tables.map(({ name }) => name)

  it('takes the tables out of an archive and leaves the rest', async () => {
    const path = await packing.zip({
      'a/orders.csv': 'id,date\n1,2024-01-02\n',
      'customers.CSV': 'id\n7\n',
      'empty.csv': '\n',
      'notes.docx': 'x',
      'list.xlsx': 'PK',
      '__MACOSX/a/._orders.csv': 'x',
      '.hidden.csv': 'a,b\n',
      'inner.zip': 'PK',
      'picture.csv': Buffer.from('\x89PNG\r\n', 'latin1'),
    })
    const { tables, skipped, done } = await packing.unpack(path, 'shop.zip')
    const text = 'id,date\n1,2024-01-02\n'
    const sha256 = createHash('sha256').update(text).digest('hex')
    expect(tables[0]).toEqual({ name: 'shop.zip › orders.csv', bytes: 21, sha256, text })
    expect(tables[1]).toMatchObject({ name: 'shop.zip › customers.CSV', bytes: 5, text: 'id\n7\n' })
    expect(tables).toHaveLength(2)
    expect(Object.fromEntries(skipped.map(({ name, reason }) => [name, reason]))).toEqual({
      'empty.csv': 'empty',
      'notes.docx': 'otherKind',
      'list.xlsx': 'workbook',
      '__MACOSX/a/._orders.csv': 'system',
      '.hidden.csv': 'system',
      'inner.zip': 'archive',
      'picture.csv': 'noText',
    })
    expect(done).toEqual([...done].sort((one, other) => one - other))
    expect(done.at(-1)).toBeLessThanOrEqual((await readFile(path)).length)
  })

  it('takes names as data: paths that climb, other encodings, the same name in two folders', async () => {
    const climbing = (bytes: Buffer) => swap(bytes, 'xx/xx/evil.csv', '../../evil.csv')
    expect(await names(await packing.zip({ 'xx/xx/evil.csv': 'a,b\n' }, { patch: climbing }))).toEqual([
      'a.zip › evil.csv',
    ])
    const chinese = (bytes: Buffer) => {
      const patched = swap(bytes, 'xxxxxxxx.csv', iconv.encode('客户订单.csv', 'gb18030'))
      for (const signature of ['PK\x03\x04', 'PK\x01\x02'])
        patched.writeUInt16LE(0, patched.indexOf(signature) + (signature.endsWith('\x04') ? 6 : 8))
      return patched
    }
    expect(await names(await packing.zip({ 'xxxxxxxx.csv': 'a,b\n' }, { patch: chinese }))).toEqual([
      'a.zip › 客户订单.csv',
    ])
    const years = await packing.zip({ '2023/orders.csv': 'a,b\n', '2024/orders.csv': 'a,b\n' })
    expect(await names(years)).toEqual(['a.zip › 2023 › orders.csv', 'a.zip › 2024 › orders.csv'])
  })

  it('takes a gzipped file of several members', async () => {
    const path = await packing.write(Buffer.concat([gzipSync('a,b\n'), gzipSync('1,2\n')]))
    const { tables } = await packing.unpack(path, 'x.csv.gz')
    expect(tables).toMatchObject([{ name: 'x.csv', bytes: 8, text: 'a,b\n1,2\n' }])
    const cut = await packing.write(gzipSync('a,b\n1,2\n'.repeat(2000)).subarray(0, 40))
    await expect(packing.unpack(cut, 'x.csv.gz')).rejects.toEqual(code('archiveDamaged'))
    const nested = await packing.write(gzipSync(await readFile(await packing.zip({ 'a.csv': 'a,b\n' }))))
    await expect(packing.unpack(nested, 'x.zip.gz')).rejects.toMatchObject({ params: { kind: 'archive' } })
  })

  it('stops at archives that unpack to more than they may', async () => {
    const path = await packing.zip({ 'bomb.csv': Buffer.alloc(3_000_000, 'a,b\n') })
    await expect(packing.unpack(path, 'bomb.zip', 1_000_000)).rejects.toEqual(code('archiveTooLarge'))
    const two = await packing.zip({ 'a.csv': 'a,b\n'.repeat(200_000), 'b.csv': 'a,b\n'.repeat(200_000) })
    await expect(packing.unpack(two, 'two.zip', 1_000_000)).rejects.toEqual(code('archiveTooLarge'))
    const gz = await packing.write(gzipSync(Buffer.alloc(3_000_000)))
    await expect(packing.unpack(gz, 'bomb.gz', 1_000_000)).rejects.toEqual(code('archiveTooLarge'))
    const steep = await packing.zip({ 'steep.csv': Buffer.alloc(80_000_000) })
    await expect(packing.unpack(steep, 'steep.zip', 1_000_000_000)).rejects.toEqual(code('archiveTooLarge'))
    const many = Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`${index}.csv`, 'a,b\n']))
    await expect(packing.unpack(await packing.zip(many), 'many.zip')).rejects.toEqual(
      code('archiveManyFiles'),
    )
  })

  it('believes no header: sizes that lie, checksums that differ, locks, unknown methods', async () => {
    const content = 'a,b\n1,2\n'.repeat(10_000)
    const setCentral = (at: number, value: number) => (bytes: Buffer) => {
      bytes.writeUInt16LE(value, bytes.indexOf('PK\x01\x02') + at)
      return bytes
    }
    const spoil = (patch: (bytes: Buffer) => Buffer, compress = true) =>
      packing.zip({ 'a.csv': content }, { patch, compress }).then((path) => packing.unpack(path, 'a.zip'))
    await expect(spoil(setCentral(24, 9))).rejects.toEqual(code('archiveDamaged'))
    await expect(spoil((bytes) => swap(bytes, '1,2\n', '1,3\n'), false)).rejects.toEqual(
      code('archiveDamaged'),
    )
    await expect(spoil(setCentral(8, 0x801))).rejects.toEqual(code('archiveEncrypted'))
    await expect(spoil(setCentral(8, 0x841))).rejects.toEqual(code('archiveEncrypted'))
    await expect(spoil(setCentral(10, 9))).rejects.toEqual(code('archiveUnsupported'))
    await expect(spoil((bytes) => bytes.subarray(0, 60))).rejects.toEqual(code('archiveDamaged'))
    expect(crc32(Buffer.from('6789'), crc32(Buffer.from('12345')))).toBe(0xcbf43926)
  })

  it('names what holds no table', async () => {
    const pictures = await packing.zip({ 'a.png': 'x' })
    expect(await packing.unpack(pictures, 'a.zip')).toMatchObject({
      tables: [],
      skipped: [{ name: 'a.png', reason: 'otherKind' }],
    })
    const tar = Buffer.alloc(1024)
    tar.write('orders.csv')
    tar.write('ustar', 257)
    const letter = await packing.zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<x/>' })
    for (const [kind, bytes] of [
      ['pdf', '%PDF-1.7'],
      ['excel', '\xd0\xcf\x11\xe0\xa1\xb1'],
      ['image', 'GIF89a....'],
      ['binary', '\0\x01\0\0\0\x02\0\0\0\0'],
      ['binary', Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * index * 31 + index) % 251))],
      ['archive', 'BZh91AY&SY'],
      ['archive', tar],
      ['markup', '\n<html><table><tr><td>1</td></tr></table></html>'],
      ['json', '[{"id": 1}, {"id": 2}]\n'],
      ['json', '{"id": 1}\n{"id": 2}\n'],
      ['office', await readFile(letter)],
    ] as const) {
      const path = await packing.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes)
      await expect(detectContainer(path)).rejects.toMatchObject({ code: 'fileNotCsv', params: { kind } })
    }
  })

  it.each([
    Buffer.from('a,b\n1,é\n', 'utf16le'),
    Buffer.from('\ufeff北京,上海\n广州,深圳\n', 'utf16le'),
    iconv.encode('客户,城市\n王伟,北京\n', 'gb18030'),
    Buffer.from('a,b\n1,x\0y\n2,3\n'),
    Buffer.from('{"a"},b\n1,2\n'),
    Buffer.from('<b>,c\n1,2\n'),
    Buffer.from(''),
  ])('takes text for text: %#', async (bytes) => {
    expect(await detectContainer(await packing.write(bytes))).toBe('text')
  })
})
