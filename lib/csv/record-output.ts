const lineFeed = 10
/** Longer records are copied by the runtime, shorter ones faster byte by byte. */
const copiedBytes = 256

/** Records written one after the other, each after the number of its line, into memory that is used again. */
export class RecordOutput {
  private bytes: Uint8Array = new Uint8Array(1 << 12)
  private spare: Uint8Array = new Uint8Array(1 << 12)
  private written = 0

  constructor(private readonly delimiter: number) {}

  /** The bytes written since the last call; valid until the next call. */
  take(): Uint8Array {
    const taken = this.bytes.subarray(0, this.written)
    const used = this.bytes
    this.bytes = this.spare
    this.spare = used
    this.written = 0
    return taken
  }

  /** Adds the record in `source` from `start` to `end`, with `pad` empty cells after it. */
  write(line: number, source: Uint8Array, start: number, end: number, pad: number): void {
    const needed = this.written + (end - start) + pad + 24
    if (needed > this.bytes.length) {
      const larger = new Uint8Array(Math.max(needed, this.bytes.length * 2))
      larger.set(this.bytes.subarray(0, this.written))
      this.bytes = larger
    }
    const output = this.bytes
    let at = this.written
    let digits = 1
    for (let rest = line; rest >= 10; rest = (rest / 10) | 0) digits++
    let rest = line
    for (let index = at + digits - 1; index >= at; index--) {
      const tenth = (rest / 10) | 0
      output[index] = 48 + rest - tenth * 10
      rest = tenth
    }
    at += digits
    output[at++] = this.delimiter
    if (end - start > copiedBytes) {
      output.set(source.subarray(start, end), at)
      at += end - start
    } else for (let index = start; index < end; index++) output[at++] = source[index] as number
    for (let index = 0; index < pad; index++) output[at++] = this.delimiter
    output[at++] = lineFeed
    this.written = at
  }
}
