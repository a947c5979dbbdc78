import 'server-only'
import { attachmentHeader } from '@/lib/shared/attachment'

export type CsvExport = {
  /** without .csv */
  name: string
  /** the first line, with its end */
  header: string
  /** lines as text, with how many there are */
  chunks: AsyncGenerator<{ text: string; rows: number }, void, undefined>
  /** Called once: completed after the last byte, interrupted when the reader went away or something broke before. */
  onEnd: (outcome: 'completed' | 'interrupted', rows: number) => Promise<void>
}

/** A CSV file, streamed as it is read. */
export function csvResponse({ name, header, chunks, onEnd }: CsvExport): Response {
  const encoder = new TextEncoder()
  let rows = 0
  let ending: Promise<void> | undefined
  const finish = (outcome: 'completed' | 'interrupted') => {
    ending ??= onEnd(outcome, rows)
    return ending
  }
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(header)),
    async pull(controller) {
      try {
        const { value, done } = await chunks.next()
        if (done) {
          await finish('completed')
          controller.close()
          return
        }
        rows += value.rows
        controller.enqueue(encoder.encode(value.text))
      } catch (error) {
        await finish('interrupted')
        throw error
      }
    },
    async cancel() {
      await chunks.return(undefined)
      await finish('interrupted')
    },
  })
  return new Response(body, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': attachmentHeader(`${name}.csv`),
    },
  })
}
