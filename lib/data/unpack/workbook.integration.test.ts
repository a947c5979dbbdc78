import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPacking, type Packing } from './unpack.fixture'

const code = (expected: string) => expect.objectContaining({ code: expected })
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const relations = (targets: Record<string, [type: string, target: string]>) => {
  const lines = Object.entries(targets).map(
    ([id, [type, target]]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`,
  )
  return `<Relationships>${lines.join('')}</Relationships>`
}
const rows = (xml: string) => `<worksheet><sheetData>${xml}</sheetData></worksheet>`

describe('reading a workbook', () => {
  let packing: Packing
  beforeAll(async () => {
    packing = await openPacking()
  })
  afterAll(() => packing.close())

  const workbook = (sheet: string, more: Record<string, string | Buffer> = {}) =>
    packing.zip({
      '[Content_Types].xml': '<Types/>',
      '_rels/.rels': relations({ rId1: ['officeDocument', 'xl/workbook.xml'] }),
      'xl/workbook.xml':
        '<workbook xmlns:r="r"><sheets><sheet name="Orders" sheetId="1" r:id="rId1"/><sheet name="Secret" sheetId="2" state="hidden" r:id="rId2"/><sheet name="Blank" sheetId="3" r:id="rId3"/><sheet name="Chart" sheetId="4" r:id="rId6"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels': relations({
        rId1: ['worksheet', 'worksheets/sheet1.xml'],
        rId2: ['worksheet', 'worksheets/sheet2.xml'],
        rId3: ['worksheet', '/xl/worksheets/sheet3.xml'],
        rId4: ['sharedStrings', 'sharedStrings.xml'],
        rId5: ['styles', 'styles.xml'],
        rId6: ['chartsheet', 'chartsheets/sheet1.xml'],
      }),
      'xl/SharedStrings.xml':
        '<sst><si><t>order</t></si><si><r><t>sold </t></r><r><t>on</t></r><rPh><t>x</t></rPh></si><si><t>Müller, "Tee" &amp; Co</t></si><si><t xml:space="preserve"> two_x000D_\nlines</t></si></sst>',
      'xl/styles.xml':
        '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm"/><numFmt numFmtId="165" formatCode="[$€-407] #,##0.00"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="10"/><xf numFmtId="20"/><xf numFmtId="46"/></cellXfs></styleSheet>',
      'xl/chartsheets/sheet1.xml': '<chartsheet/>',
      'xl/worksheets/sheet1.xml': sheet,
      'xl/worksheets/sheet2.xml': rows('<row><c><v>1</v></c></row>'),
      'xl/worksheets/sheet3.xml': rows('<row r="1"><c r="A1" s="1"/></row>'),
      ...more,
    })
  const read = async (sheet: string, more?: Record<string, string | Buffer>) => {
    const { tables } = await packing.unpack(await workbook(sheet, more), 'Book.xlsx')
    return tables[0]?.text.replace(/\n$/, '').split('\n')
  }

  it('reads texts, dates by their format, numbers in full, gaps, formulas, errors', async () => {
    const path = await workbook(
      rows(`
        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="D1" t="inlineStr"><is><t>who</t></is></c></row>
        <row r="3"><c r="A3"><v>5110000000000000123</v></c><c r="B3" s="1"><v>45356</v></c><c r="D3" t="s"><v>2</v></c></row>
        <row r="4"><c r="A4"><v>1.1000000000000001</v></c><c r="B4" s="2"><v>45356.5</v></c><c r="C4" s="3"><v>12.5</v></c><c r="D4" t="str"><f>A1&amp;B1</f><v>made</v></c></row>
        <row r="5"><c r="A5" t="b"><v>1</v></c><c r="B5" t="e"><v>#N/A</v></c><c r="C5"><v>1E+20</v></c><c r="D5" s="4"><v>0.12</v></c></row>
        <row r="6"><c r="A6" t="s"/><c r="B6" s="5"><v>0.75</v></c><c r="C6" s="6"><v>1.25</v></c><c r="D6" t="d"><v>2024-03-05T00:00:00</v></c></row>`),
    )
    const { tables, skipped } = await packing.unpack(path, 'Book.xlsx')
    expect(tables.map(({ name }) => name)).toEqual(['Book.xlsx › Orders'])
    expect(tables[0]?.text.split('\n')).toEqual([
      'order,sold on,,who',
      '',
      '5110000000000000123,2024-03-05,,"Müller, ""Tee"" & Co"',
      '1.1,2024-03-05 12:00:00,12.5,made',
      'TRUE,#N/A,100000000000000000000,0.12',
      ',18:00:00,30:00:00,2024-03-05',
      '',
    ])
    expect(skipped).toEqual([
      { name: 'Secret', reason: 'hiddenSheet' },
      { name: 'Blank', reason: 'empty' },
      { name: 'Chart', reason: 'noCells' },
    ])
  })

  it('keeps line breaks and spaces within a text, and cells without a reference in order', async () => {
    const lines = await read(
      rows(
        '<row><c t="s"><v>3</v></c><c><v>1</v></c></row><row><c><v>2</v></c><c t="str"><v>=1+1</v></c></row>',
      ),
    )
    expect(lines).toEqual(['" two\r', 'lines",1', '2,=1+1'])
  })

  it('counts days from 1904 where the workbook does, and follows other names and prefixes', async () => {
    const lines = await read('', {
      '_rels/.rels': relations({ R1: ['officeDocument', '/xl/workbook2.xml'] }),
      'xl/workbook2.xml':
        '<x:workbook xmlns:x="m" xmlns:d="r"><x:workbookPr date1904="1"/><x:sheets><x:sheet name="A" d:id="R1"/></x:sheets></x:workbook>',
      'xl/_rels/workbook2.xml.rels': relations({
        R1: ['worksheet', 'worksheets/one.xml'],
        R2: ['styles', 'styles.xml'],
      }),
      'xl/worksheets/one.xml':
        '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c s="1"><x:v>43894</x:v></x:c><x:c t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>',
    })
    expect(lines).toEqual(['2024-03-05,a'])
  })

  it('does not widen a table for a note far off, nor fill it for rows that a sheet leaves out', async () => {
    const plain = Array.from(
      { length: 30 },
      (_, index) => `<row r="${index + 1}"><c><v>1</v></c><c><v>2</v></c></row>`,
    )
    const note = '<row r="31"><c r="A31"><v>1</v></c><c r="E31" t="str"><v>note</v></c></row>'
    const far = '<row r="1048576"><c r="A1048576"><v>1</v></c></row>'
    const lines = await read(rows(`${plain.join('')}${note}${far}`))
    expect(lines?.slice(29, 32)).toEqual(['1,2', '1,,,,note', ''])
    expect(lines?.at(-1)).toBe('1,')
    expect(lines?.length).toBeLessThan(2000)
  })

  it('refuses document types, broken XML and texts without end', async () => {
    const refuse = async (sheet: string, more?: Record<string, string | Buffer>) =>
      expect(packing.unpack(await workbook(sheet, more), 'Book.xlsx')).rejects.toEqual(code('archiveDamaged'))
    await refuse(
      `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${rows('<row><c><v>&b;</v></c></row>')}`,
    )
    await refuse(rows('<row><c><v>&b;</v></c></row>'))
    await refuse('<worksheet><sheetData><row>')
    await refuse(rows(`<row><c t="str"><v>${'x'.repeat(20_000_000)}</v></c></row>`))
    await refuse(rows(''), { '_rels/.rels': relations({ rId1: ['officeDocument', 'xl/nowhere.xml'] }) })
  })

  it('refuses lists and depths without end', async () => {
    const refuse = async (more: Record<string, string>, expected = 'archiveDamaged') =>
      expect(packing.unpack(await workbook(rows(''), more), 'Book.xlsx')).rejects.toEqual(code(expected))
    const sheet = '<sheet name="A" r:id="rId1"/>'
    const sheets = (count: number) =>
      `<workbook xmlns:r="r"><sheets>${sheet.repeat(count)}</sheets></workbook>`
    await refuse({ 'xl/worksheets/sheet1.xml': rows('<row>'.repeat(200)) })
    await refuse({ 'xl/workbook.xml': sheets(201) }, 'archiveManyFiles')
    await refuse({ 'xl/workbook.xml': sheets(10_001) })
    const relation = '<Relationship Id="a" Type="b" Target="c"/>'.repeat(10_001)
    await refuse({ 'xl/_rels/workbook.xml.rels': `<Relationships>${relation}</Relationships>` })
    const styles = `<styleSheet><cellXfs>${'<xf/>'.repeat(100_001)}</cellXfs></styleSheet>`
    await refuse({ 'xl/styles.xml': styles })
  })

  it('reads 100,000 rows within bounds, saying how far it is', async () => {
    const cells = (row: number) =>
      `<row r="${row}"><c r="A${row}"><v>${row}</v></c><c r="B${row}" s="1"><v>45356</v></c><c r="C${row}" t="s"><v>2</v></c></row>`
    const path = await workbook(
      rows(Array.from({ length: 100_000 }, (_, index) => cells(index + 1)).join('')),
    )
    const { tables, done } = await packing.unpack(path, 'Book.xlsx')
    expect(tables[0]?.text.split('\n')).toHaveLength(100_001)
    expect(done).toEqual([...done].sort((one, other) => one - other))
    await expect(packing.unpack(path, 'Book.xlsx', 1_000_000)).rejects.toEqual(code('archiveTooLarge'))
  })
})
