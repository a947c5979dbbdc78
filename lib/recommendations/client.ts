import { queryOptions } from '@tanstack/react-query'
import type { ExportCounts } from '@/lib/privacy/export-schema'
import { fetchJson, postJson } from '@/lib/shared/fetch-json'
import type { RecommenderExportChoice } from './export-schema'
import type { FoundCustomer, Preview, Product, ProductView, SegmentLists } from './schema'
import type { Rules } from './settings-schema'

/** A finished recommender never changes. */
const staleTime = Number.POSITIVE_INFINITY
const path = (id: string, rest: string) => `/api/recommenders/${id}/${rest}`

/** What a customer is shown, under the recommender's own rules (null) or others. */
export function previewQuery(id: string, customerId: string, rules: Rules | null) {
  return queryOptions({
    queryKey: ['recommenders', id, 'preview', customerId, rules],
    queryFn: ({ signal }) => postJson<Preview>(path(id, 'preview'), { customerId, rules }, signal),
    staleTime,
  })
}

export function customerSearchQuery(id: string, text: string) {
  return queryOptions({
    queryKey: ['recommenders', id, 'customers', text],
    queryFn: ({ signal }) => postJson<FoundCustomer[]>(path(id, 'customers'), { text }, signal),
    staleTime,
  })
}

export function productSearchQuery(id: string, text: string) {
  return queryOptions({
    queryKey: ['recommenders', id, 'products', text],
    queryFn: ({ signal }) =>
      fetchJson<{ products: Product[]; categories: string[] }>(
        path(id, `products?${new URLSearchParams({ text })}`),
        { signal },
      ),
    staleTime,
  })
}

export function productQuery(id: string, productId: string) {
  return queryOptions({
    queryKey: ['recommenders', id, 'product', productId],
    queryFn: () => fetchJson<ProductView>(path(id, `product?${new URLSearchParams({ id: productId })}`)),
    staleTime,
  })
}

export function segmentQuery(id: string, segmentId: string) {
  return queryOptions({
    queryKey: ['recommenders', id, 'segment', segmentId],
    queryFn: () => fetchJson<SegmentLists>(path(id, `segment?${new URLSearchParams({ id: segmentId })}`)),
    staleTime,
  })
}

/** How many people lists of people would hold and leave out. */
export function exportCountsQuery(id: string, { productId, ...choice }: RecommenderExportChoice) {
  const query = new URLSearchParams({
    what: choice.what,
    onlyConsented: String(choice.onlyConsented),
    ...(productId === null ? {} : { productId }),
  })
  return queryOptions({
    queryKey: ['recommenders', id, 'export-counts', productId, choice],
    queryFn: ({ signal }) => fetchJson<ExportCounts>(path(id, `export-counts?${query}`), { signal }),
  })
}
