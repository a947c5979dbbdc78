import { storeUpload } from '@/lib/data/upload-service'
import { readBody } from '@/lib/server/read-body'
import { runRoute } from '@/lib/server/route'
import { requireSameOrigin } from '@/lib/server/same-origin'
import { AppError } from '@/lib/shared/errors'

export const runtime = 'nodejs'

/** Takes a file as the raw body; `name` is what its user calls it. Answers { uploadId }. */
export function POST(request: Request) {
  return runRoute((member) => {
    requireSameOrigin(request)
    if (!request.body) throw new AppError('fileEmpty')
    const name = new URL(request.url).searchParams.get('name') ?? ''
    const length = request.headers.get('content-length')
    return storeUpload(member, name, readBody(request.body), length === null ? null : Number(length))
  })
}
