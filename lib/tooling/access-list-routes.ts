import type { RouteEntry } from './access-list'

const everyone = { type: 'feature', feature: 'recency', operator: 'present', value: null, upper: null }
const people = 'columns=customer_id,city&format=spreadsheet'

export const routes: Record<string, RouteEntry> = {
  'GET /api/audit': { who: 'owner', send: '/api/audit' },
  'GET /api/health': { who: 'public', send: '/api/health' },
  // Those who run the server set a token for it (METRICS_TOKEN); without one there is nothing.
  'GET /api/metrics': { who: 'public', send: '/api/metrics', status: 404 },
  'GET /api/customers/[customerId]/held': { who: 'analyst', send: '/api/customers/{customer}/held' },
  'GET /api/customers/[customerId]/removal': { who: 'owner', send: '/api/customers/{customer}/removal' },
  'POST /api/customers/reference': {
    who: 'analyst',
    send: '/api/customers/reference',
    body: { customerId: '{customer}' },
  },
  'GET /api/data/overview': { who: 'viewer', send: '/api/data/overview' },
  'POST /api/data/tables/[table]': {
    who: 'viewer',
    send: '/api/data/tables/orders',
    body: { columns: ['order_id'], sort: 'order_id' },
  },
  'GET /api/data/tables/[table]/columns/[column]': {
    who: 'viewer',
    send: '/api/data/tables/orders/columns/order_id',
  },
  'GET /api/exports/[id]/download': { who: 'analyst', send: '/api/exports/{segmentExport}/download' },
  'GET /api/imports/[id]': { who: 'viewer', send: '/api/imports/{import}' },
  'GET /api/imports/[id]/rejected': { who: 'analyst', send: '/api/imports/{import}/rejected' },
  'GET /api/jobs/[id]': { who: 'viewer', send: '/api/jobs/{job}' },
  'POST /api/recommenders/[id]/customers': {
    who: 'viewer',
    send: '/api/recommenders/{recommender}/customers',
    body: { text: 'a' },
  },
  'GET /api/recommenders/[id]/export-counts': {
    who: 'analyst',
    send: '/api/recommenders/{recommender}/export-counts?what=long',
  },
  'POST /api/recommenders/[id]/preview': {
    who: 'viewer',
    send: '/api/recommenders/{recommender}/preview',
    body: { customerId: '{customer}' },
  },
  'GET /api/recommenders/[id]/product': {
    who: 'viewer',
    send: '/api/recommenders/{recommender}/product?id={product}',
  },
  'GET /api/recommenders/[id]/products': {
    who: 'viewer',
    send: '/api/recommenders/{recommender}/products?text=a',
  },
  'GET /api/recommenders/[id]/segment': {
    who: 'viewer',
    send: '/api/recommenders/{recommender}/segment?id={segment}',
  },
  'GET /api/recommenders/exports/[exportId]': {
    who: 'analyst',
    send: '/api/recommenders/exports/{recommenderExport}',
  },
  'POST /api/rules/count': {
    who: 'analyst',
    send: '/api/rules/count',
    body: { snapshotId: '{snapshot}', rule: everyone },
  },
  'GET /api/rules/segments': { who: 'viewer', send: '/api/rules/segments' },
  'GET /api/segmentations/[id]': { who: 'viewer', send: '/api/segmentations/{segmentation}' },
  'GET /api/segmentations/[id]/distribution': {
    who: 'viewer',
    send: '/api/segmentations/{segmentation}/distribution?feature=recency',
  },
  'GET /api/segmentations/[id]/map': { who: 'viewer', send: '/api/segmentations/{segmentation}/map' },
  'GET /api/segments/[id]/export-counts': {
    who: 'analyst',
    send: `/api/segments/{segment}/export-counts?${people}`,
  },
  'POST /api/segments/[id]/people': {
    who: 'viewer',
    send: '/api/segments/{segment}/people',
    body: { page: 1 },
  },
  'GET /api/segments/rfm': { who: 'viewer', send: '/api/segments/rfm?asOf=2026-06-01' },
  'GET /api/snapshots/[id]': { who: 'analyst', send: '/api/snapshots/{snapshot}' },
  'POST /api/auth/[...all]': {
    who: 'public',
    send: '/api/auth/sign-up/email',
    body: { name: 'E', email: 'eve@evil.test', password: 'a-long-password' },
    status: 404,
  },
  'POST /api/uploads': { who: 'analyst', send: '/api/uploads?name=a.csv', body: 'a,b\n1,2\n' },
  'GET /api/uploads/[id]/inspection': { who: 'analyst', send: '/api/uploads/{upload}/inspection' },
  'POST /api/v1/recommendations': {
    who: 'token',
    send: '/api/v1/recommendations',
    body: { customerId: '{customer}', recommender: '{recommender}' },
  },
  'GET /api/v1/recommendations/[customerId]': {
    who: 'token',
    send: '/api/v1/recommendations/{customer}?recommender={recommender}',
  },
}
