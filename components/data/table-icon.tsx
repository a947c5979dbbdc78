import {
  Megaphone,
  MessageSquareText,
  MousePointerClick,
  Package,
  ShoppingCart,
  Users,
  Waypoints,
} from 'lucide-react'
import type { TableName } from '@/lib/warehouse/tables'

const icons = {
  customers: Users,
  orders: ShoppingCart,
  products: Package,
  reviews: MessageSquareText,
  interactions: MousePointerClick,
  links: Waypoints,
  campaigns: Megaphone,
} as const satisfies Record<TableName, unknown>

/** Decoration: the table's name always stands beside it. */
export function TableIcon({ table, className }: { table: TableName; className?: string }) {
  const Icon = icons[table]
  return <Icon aria-hidden className={className} />
}
