import 'server-only'
import { formatNumber, formatSerial, type NumberStyle } from './number-formats'
import { readEscapes } from './shared-strings'
import { readXml } from './workbook-xml'

export type SheetFacts = {
  /** The workbook's, for errors. */
  name: string
  from1904: boolean
  strings: readonly string[]
  /** By style number: how numbers are shown. */
  styles: readonly NumberStyle[]
}

const mostColumns = 16_384
/** Rows by which the width of a sheet's table is told; a note far off in a later row is not one of its columns. */
const widthRows = 20
/** characters of lines that are handed on together */
const pieceLength = 65_536

/** Position of a cell from its reference, AB12 → 27; -1 without one. */
function columnOf(reference: string | undefined): number {
  let column = 0
  for (const char of reference ?? '') {
    const letter = char.charCodeAt(0) - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  return column - 1
}

function writeCell(cell: string): string {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

/** The text of a cell by its type: s shared, str, inlineStr, b boolean, e error, n number (the default), d ISO date. */
function readValue(type: string, style: number, value: string, facts: SheetFacts): string {
  if (value === '') return ''
  if (type === 's') return facts.strings[Number(value)] ?? ''
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
  if (type === 'd') return value.replace('T', ' ').replace(/ 00:00(:00(\.0+)?)?Z?$/, '')
  if (type !== 'n') return readEscapes(value)
  const shown = facts.styles[style] ?? 'number'
  const date = shown === 'number' ? null : formatSerial(Number(value), shown, facts.from1904)
  return date ?? formatNumber(value)
}

/** The rows of a sheet's XML as CSV lines, as wide as its first rows at least; blank rows stay blank lines. */
export async function* sheetLines(
  bytes: AsyncIterable<Uint8Array>,
  facts: SheetFacts,
): AsyncGenerator<string> {
  const lines: string[] = []
  let cells: string[] = []
  let width = 0
  let filledRows = 0
  let row = 0
  let [column, type, style, value] = [0, 'n', 0, '']
  let inValue = false
  let phonetic = false
  const finishRow = () => {
    while (cells.length > 0 && cells.at(-1) === '') cells.pop()
    if (cells.length > 0 && filledRows++ < widthRows) width = Math.max(width, cells.length)
    if (cells.length > 0) while (cells.length < width) cells.push('')
    lines.push(`${Array.from(cells, (cell) => writeCell(cell ?? '')).join(',')}\n`)
  }
  const handlers = {
    open: ({ name, attributes }: { name: string; attributes: Record<string, string> }) => {
      if (name === 'row') {
        const number = Number(attributes.r ?? row + 1)
        // Rows that the file leaves out are blank; a thousand of them say no more than one.
        for (let skipped = Math.min(number - row - 1, 1000); skipped > 0; skipped--) lines.push('\n')
        row = number
        cells = []
        column = -1
      } else if (name === 'c') {
        const told = columnOf(attributes.r)
        column = told >= 0 ? told : column + 1
        type = attributes.t ?? 'n'
        style = Number(attributes.s ?? 0)
        value = ''
      } else if (name === 'v' || name === 't') inValue = true
      else if (name === 'rPh') phonetic = true
    },
    text: (text: string) => {
      if (inValue && !phonetic) value += text
    },
    close: (name: string) => {
      if (name === 'v' || name === 't') inValue = false
      else if (name === 'rPh') phonetic = false
      else if (name === 'c' && column < mostColumns) {
        while (cells.length < column) cells.push('')
        cells[column] = readValue(type, style, value, facts)
      } else if (name === 'row') finishRow()
    },
  }
  let piece = ''
  for await (const line of readXml(bytes, facts.name, handlers, () => lines.splice(0))) {
    piece += line
    if (piece.length < pieceLength) continue
    yield piece
    piece = ''
  }
  yield piece
}
