import { peopleQuerySchema } from '@/lib/segments/schema'
import { getPeople } from '@/lib/segments/service'
import { runRoute } from '@/lib/server/route'
import { AppError } from '@/lib/shared/errors'

export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  return runRoute((member) => {
    const query = peopleQuerySchema.safeParse(Object.fromEntries(new URL(request.url).searchParams))
    if (!query.success) throw new AppError('invalidInput')
    return getPeople(member, id, query.data)
  })
}
