import { z } from 'zod'

export const referenceRequestSchema = z.object({ customerId: z.string().min(1).max(1000) })

/** A keyed digest of a customer id: it names the customer within the workspace and tells nothing else. */
export type CustomerReference = { reference: string }

/** One customer as the dataset knows them; money in the workspace's currency, days as YYYY-MM-DD. */
export type CustomerView = {
  /** masked for viewers where it is an e-mail address or phone number */
  id: string
  /** null when no customer file lists the id; a mark stands for personal values where the reader is a viewer */
  identity: {
    name: string | null
    email: string | null
    phone: string | null
    gender: string | null
    birthDate: string | null
    city: string | null
    country: string | null
    signedUpOn: string | null
    consent: boolean | null
    /** what else the customer file said, by its own headers */
    attributes: { name: string; value: string }[]
  } | null
  figures: {
    purchases: number
    sales: number
    returns: number
    netRevenue: number
    averageOrder: number | null
    firstPurchase: string | null
    lastPurchase: string | null
    /** days from the last purchase to the last order day of the whole dataset */
    recency: number | null
  }
  /** the latest lines, newest first */
  lines: OrderLine[]
  /** lines in all */
  lineCount: number
  reviews: Review[]
}

export type OrderLine = {
  /** local time, YYYY-MM-DD HH:MM:SS */
  orderedAt: string
  orderId: string | null
  productId: string | null
  product: string | null
  quantity: number
  unitPrice: number | null
  amount: number
  channel: string | null
  status: string | null
}

export type Review = {
  product: string | null
  rating: number | null
  title: string | null
  text: string | null
  reviewedOn: string | null
}
