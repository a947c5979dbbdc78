import type { RfmGrid } from '@/lib/rfm/rfm-grid'

/** All customers with a purchase by a day, scored in every way that a map may ask for. */
export type RfmGrids = {
  customers: number
  revenue: number
  /** customers of the dataset without a purchase by then: in no cell */
  withoutPurchase: number
  grids: RfmGrid[]
}
