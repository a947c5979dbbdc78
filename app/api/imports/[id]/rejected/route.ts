import { Readable } from 'node:stream'
import { openRejected } from '@/lib/data/service'
import { runRoute } from '@/lib/server/route'
import { attachmentHeader } from '@/lib/shared/attachment'

/** The rejected rows as a CSV file for a spreadsheet. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  return runRoute(async (member) => {
    const { fileName, bytes, file } = await openRejected(member, id)
    const stream = Readable.toWeb(file.createReadStream()) as ReadableStream<Uint8Array>
    return new Response(stream, {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Length': String(bytes),
        'Content-Disposition': attachmentHeader(`rejected-${fileName}`),
        'Cache-Control': 'private, no-store',
      },
    })
  })
}
