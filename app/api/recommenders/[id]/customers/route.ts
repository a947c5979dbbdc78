import { findCustomers } from '@/lib/recommendations/service'
import { runRoute } from '@/lib/server/route'

export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const text = new URL(request.url).searchParams.get('text') ?? ''
  return runRoute((member) => findCustomers(member, id, text))
}
