import { ProductView } from '@/components/recommendations/product-view'
import { loadFinished } from '../load'

type Props = { params: Promise<{ id: string }> }

export default async function ProductsPage({ params }: Props) {
  const { viewer, recommender } = await loadFinished((await params).id)
  return <ProductView recommender={recommender} canExport={viewer.role !== 'viewer'} />
}
