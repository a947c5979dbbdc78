import type { DataOverview } from '@/lib/data/schema'
import { RevenueChart } from './revenue-chart'

/** The revenue chart, when there is revenue. */
export async function RevenueCard({ overview }: { overview: Promise<DataOverview> }) {
  const { orders } = await overview
  return orders ? <RevenueChart orders={orders} /> : null
}
