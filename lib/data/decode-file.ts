import 'server-only'
import { createReadStream, createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import iconv from 'iconv-lite'
import type { Encoding, EncodingVerdict } from '@/lib/csv/encoding'
import { createEncodingDetector } from './detect-encoding'

const blockBytes = 1 << 18
const byteOrderMark = '\ufeff'
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** How a file is encoded, judged on all of its bytes. `onBytes` hears how many have been read. */
export async function judgeEncoding(
  path: string,
  onBytes: (bytes: number) => void,
): Promise<EncodingVerdict> {
  const detector = createEncodingDetector()
  let read = 0
  for await (const block of createReadStream(path, { highWaterMark: blockBytes })) {
    detector.push(block)
    read += block.length
    onBytes(read)
  }
  return detector.finish()
}

/** The pieces of a text without one that ends in half a character: that half begins the next piece. */
async function* joinHalves(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let half = ''
  for await (const piece of pieces) {
    const text = half + piece
    const last = text.charCodeAt(text.length - 1)
    half = last >= 0xd800 && last <= 0xdbff ? text.slice(-1) : ''
    if (text.length > half.length) yield text.slice(0, text.length - half.length)
  }
  if (half) yield half
}

/**
 * Writes a file in UTF-8 without a byte-order mark, in bounded memory. What cannot be decoded becomes U+FFFD; the
 * result says how many of these there are.
 */
export async function decodeFile(
  source: string,
  target: string,
  encoding: Encoding,
  onBytes: (bytes: number) => void,
): Promise<{ replaced: number }> {
  const decoder = iconv.getDecoder(encoding)
  let replaced = 0
  async function* decode() {
    let read = 0
    for await (const block of createReadStream(source, { highWaterMark: blockBytes })) {
      yield decoder.write(block)
      read += block.length
      onBytes(read)
    }
    yield decoder.end() ?? ''
  }
  async function* count() {
    let first = true
    for await (const whole of joinHalves(decode())) {
      const piece = first && whole.startsWith(byteOrderMark) ? whole.slice(1) : whole
      first = false
      // UTF-16 alone can hold half characters.
      const text = encoding.startsWith('utf-16') ? piece.replace(loneSurrogate, '\ufffd') : piece
      for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) replaced++
      yield Buffer.from(text)
    }
  }
  await pipeline(Readable.from(count()), createWriteStream(target))
  return { replaced }
}
