import 'server-only'
import { open } from 'node:fs/promises'
import { AppError } from '@/lib/shared/errors'
import { openArchive } from './archive'

export type Container = 'text' | 'gzip' | 'zip' | 'xlsx'

const headBytes = 8192
/** Bytes at the beginning of a file (or `at`), in hexadecimal. */
const signatures: { kind: string; bytes: string; at?: number }[] = [
  { kind: 'gzip', bytes: '1f8b' },
  { kind: 'zip', bytes: '504b0304' },
  { kind: 'zip', bytes: '504b0506' },
  { kind: 'excel', bytes: 'd0cf11e0' },
  { kind: 'pdf', bytes: '25504446' },
  { kind: 'image', bytes: '89504e47' },
  { kind: 'image', bytes: 'ffd8ff' },
  { kind: 'image', bytes: '474946383761' },
  { kind: 'image', bytes: '474946383961' },
  { kind: 'image', bytes: '57454250', at: 8 },
  { kind: 'parquet', bytes: '50415231' },
  { kind: 'rar', bytes: '526172211a07' },
  { kind: 'archive', bytes: '377abcaf271c' },
  { kind: 'archive', bytes: '425a68' },
  { kind: 'archive', bytes: 'fd377a585a00' },
  { kind: 'archive', bytes: '28b52ffd' },
  { kind: 'archive', bytes: '7573746172', at: 257 },
]
const markup = /^\s*<(!doctype|html|head|body|table|\?xml|svg)[\s>]/i
const json = /^\s*(\{\s*"|\[\s*(\{\s*"|\{\s*\}|\]))/
const jsonEnd = /[}\]]\s*$/
/** Controls that no text holds: not tab, line ends, form feed, the old end of file, or escape; noughts are told apart. */
const isControl = (byte: number) =>
  byte > 0 && (byte < 9 || (byte > 13 && byte < 32 && byte !== 26 && byte !== 27))

/** Noughts in every other byte are UTF-16; many noughts or controls anywhere else are no text. */
function looksBinary(head: Uint8Array): boolean {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return false
  const noughts = [0, 0]
  let controls = 0
  for (const [index, byte] of head.entries()) {
    if (byte === 0) noughts[index % 2] = (noughts[index % 2] ?? 0) + 1
    else if (isControl(byte)) controls++
  }
  const [even = 0, odd = 0] = noughts
  const most = Math.max(even, odd)
  if (most > head.length / 50 && Math.min(even, odd) <= most / 8) return false
  return even + odd > head.length / 20 || controls > head.length / 20
}

async function readEnds(path: string): Promise<{ head: Buffer; tail: Buffer }> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const read = async (position: number, length: number) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
      return buffer.subarray(0, bytesRead)
    }
    return { head: await read(0, headBytes), tail: await read(Math.max(0, size - 64), 64) }
  } finally {
    await file.close()
  }
}

/** A zip that cannot even be listed is told when it is unpacked, by its name. */
async function detectZip(path: string): Promise<Container> {
  const archive = await openArchive(path, '').catch(() => null)
  if (!archive) return 'zip'
  const names = new Set(archive.members.map(({ name }) => name.toLowerCase()))
  archive.close()
  if (!names.has('[content_types].xml')) return 'zip'
  if ([...names].some((name) => /^xl\/workbook[0-9]*\.xml$/.test(name))) return 'xlsx'
  throw new AppError('fileNotCsv', { kind: 'office' })
}

/** What kind of file an upload is, by its bytes; throws AppError fileNotCsv when it holds no table. */
export async function detectContainer(path: string): Promise<Container> {
  const { head, tail } = await readEnds(path)
  const kind = signatures.find(({ bytes, at = 0 }) => {
    return head.subarray(at, at + bytes.length / 2).toString('hex') === bytes
  })?.kind
  if (kind === 'gzip') return 'gzip'
  if (kind === 'zip') return detectZip(path)
  if (kind) throw new AppError('fileNotCsv', { kind })
  if (looksBinary(head)) throw new AppError('fileNotCsv', { kind: 'binary' })
  const text = head.toString('utf8').replace(/^\ufeff/, '')
  if (markup.test(text)) throw new AppError('fileNotCsv', { kind: 'markup' })
  if (json.test(text) && jsonEnd.test(tail.toString('latin1')))
    throw new AppError('fileNotCsv', { kind: 'json' })
  return 'text'
}
