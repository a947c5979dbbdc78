import { lstat, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testProviders } from '@/lib/tooling/test-databases'
import { attributeKey, head, useHostileUploads } from './hostile-uploads.fixture'
import { openPacking, type Packing, swap } from './unpack/unpack.fixture'
import { getInspection } from './upload-service'

describe.each(testProviders)('hostile texts that are stored, on %s', (provider) => {
  const { workspace, listFiles, show, showRows, refuse } = useHostileUploads(provider)
  let packing: Packing
  beforeAll(async () => {
    packing = await openPacking()
  })
  afterAll(() => packing.close())

  it('NUL inside a field, a header and the lines above it: it goes, the rest stays', async () => {
    const words = 'an ordinary remark '.repeat(5).trim()
    const text = `re\0port\n\n${head.replace('city', 'ci\0ty')}1,a@x.de,Kö\0ln,a\0b ${words}\n2,b@x.de,\0,${words}\n`
    expect(await showRows(text)).toEqual([
      ['1', 'a@x.de', 'Köln', `ab ${words}`],
      ['2', 'b@x.de', null, words],
    ])
  })

  it('headers that differ by case, and twice the same', async () => {
    const names = ['Note', 'NOTE', 'note', 'note (2)'].map(attributeKey)
    expect(await showRows('customer_id,Note,NOTE,note,note\n1,a,b,c,d\n', names)).toEqual([
      ['a', 'b', 'c', 'd'],
    ])
  })

  it('headers by which objects would change', async () => {
    const before = Object.getOwnPropertyNames(Object.prototype)
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype']
    const values = names.map((name) => `{"${name}": 1}`)
    const text = `customer_id,${names}\n1,${values.map((value) => `"${value.replaceAll('"', '""')}"`)}\n`
    expect(await showRows(text, names.map(attributeKey))).toEqual([values])
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before)
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  it('a header with SQL', async () => {
    const names = [`a"); DROP TABLE x;--`, "'; DROP TABLE customers;--", '$v0', '?', ':v0']
    const written = names.map((name) => `"${name.replaceAll('"', '""')}"`)
    expect(await showRows(`customer_id,${written}\n1,v,w,x,y,z\n`, names.map(attributeKey))).toEqual([
      ['v', 'w', 'x', 'y', 'z'],
    ])
  })

  it('bidi overrides, zero-width and control characters in values, headers and the file name', async () => {
    const header = 'no\u202ete\u200b\u0007x'
    const values = ['\u202eevil\u202c', 'a\u200bb\u0007\u001b[31m']
    const text = `customer_id,city,${header}\n1,${values}\n`
    const shown = await show(text, ['city', attributeKey(header)], '\u202efdp\u200b.\u0007csv')
    expect(shown.rows).toEqual([values])
    const { uploadId } = await workspace().upload(text, '\u202efdp\u200b.\u0007csv')
    expect((await getInspection(workspace().owner, uploadId)).fileName).toBe('fdp.csv')
    await workspace().clear()
  })

  it('a long cell that is cut in the middle of a character', async () => {
    const long = `${'x'.repeat(1999)}😀${'y'.repeat(50)}`
    const { uploadId } = await workspace().upload(`${long}\n\n${head}1,a@x.de,A,${long}\n`)
    expect((await workspace().inspect(uploadId)).sample[0]?.[3]).toBe('x'.repeat(1999))
    await workspace().clear()
  })

  it('file names that are paths, lines, devices, endless or nothing', async () => {
    const names = {
      '../../x.csv': 'x.csv',
      'C:\\temp\\y.csv': 'y.csv',
      '/etc/passwd': 'passwd',
      'a\r\nSet-Cookie: b.csv': 'aSet-Cookie: b.csv',
      'con.csv': 'con.csv',
      '': 'upload.csv',
      '\0': 'upload.csv',
      '..': '..',
      '<img src=x onerror=alert(1)>.csv': '<img src=x onerror=alert(1)>.csv',
      [`${'😀'.repeat(4000)}.csv`]: '😀'.repeat(200),
    }
    const before = await listFiles()
    const ids: string[] = []
    for (const [name, shown] of Object.entries(names)) {
      const { uploadId } = await workspace().upload(`${head}1,a@x.de,A,x\n`, name)
      expect(
        (await workspace().database.upload.findUniqueOrThrow({ where: { id: uploadId } })).fileName,
      ).toBe(shown)
      ids.push(join('uploads', `${uploadId}.csv`))
    }
    expect(await listFiles(before)).toEqual(ids.sort())
    await workspace().clear()
  })

  it('an archive with absolute paths, links, the same name twice, NUL in names, archives in archives', async () => {
    const before = await listFiles()
    const path = await packing.zip(
      {
        'xetc/x.csv': 'customer_id,email\n1,a@x.de\n',
        'one.csv': 'customer_id,email\n2,b@x.de\n',
        'two.csv': 'customer_id,email\n3,c@x.de\n',
        'lnk.csv': '/etc/passwd',
        'pic_ture.png': 'x',
        'inner.zip': await readFile(await packing.zip({ 'a.csv': head })),
      },
      {
        patch: (bytes) =>
          markLink(swap(swap(swap(bytes, 'xetc/', '/etc/'), 'two.csv', 'one.csv'), 'c_t', 'c\0t'), 'lnk.csv'),
      },
    )
    const { uploadId } = await workspace().upload(await readFile(path), 'shop.zip')
    await workspace().runJob()
    const { parts, skipped } = await getInspection(workspace().owner, uploadId)
    expect(parts.map(({ fileName }) => fileName).sort()).toEqual(
      ['one.csv', 'one.csv', 'x.csv'].map((name) => `shop.zip › ${name}`),
    )
    expect(skipped).toEqual([
      { reason: 'archive', count: 1, names: ['inner.zip'] },
      { reason: 'otherKind', count: 2, names: ['lnk.csv', 'picture.png'] },
    ])
    const kept = await listFiles(before)
    expect(kept.sort()).toEqual(
      [uploadId, ...parts.map((part) => part.uploadId)].map((id) => join('uploads', `${id}.csv`)).sort(),
    )
    for (const file of kept) expect((await lstat(join(workspace().dataDir, file))).isFile()).toBe(true)
    await workspace().clear()
  })

  it('a workbook that asks for a file of the server', async () => {
    const sheet =
      '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet><sheetData><row><c t="str"><v>&e;</v></c></row></sheetData></worksheet>'
    const book = await packing.zip({
      '[Content_Types].xml': '<Types/>',
      'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="A" r:id="rId1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="sheet.xml"/></Relationships>',
      'xl/sheet.xml': sheet,
    })
    await refuse(await readFile(book), { code: 'archiveDamaged' }, 'Book.xlsx')
  })
})

/** Marks an entry of a zip archive as a symbolic link of a Unix system, in its central directory. */
function markLink(bytes: Buffer, name: string): Buffer {
  const entry = bytes.lastIndexOf(name) - 46
  bytes.writeUInt8(3, entry + 5)
  bytes.writeUInt32LE(0o120777 * 0x10000, entry + 38)
  return bytes
}
