/** The chosen features of every customer with a purchase, ordered by customer id; all columns of one length. */
export type FeatureTable = {
  customerIds: string[]
  /** one column per chosen feature, in the order chosen; NaN = no value */
  values: Float64Array[]
  /** net revenue up to the as-of date */
  revenue: Float64Array
  purchases: Int32Array
  /** day of the last purchase, YYYY-MM-DD */
  lastPurchase: string[]
  /** customers of the dataset without a purchase by the as-of date */
  withoutPurchase: number
}
