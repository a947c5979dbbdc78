import { getProduct } from '@/lib/recommendations/service'
import { runRoute } from '@/lib/server/route'

export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const productId = new URL(request.url).searchParams.get('id') ?? ''
  return runRoute((member) => getProduct(member, id, productId))
}
