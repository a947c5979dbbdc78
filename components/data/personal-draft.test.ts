import { expect, it } from 'vitest'
import type { ColumnProfile } from '@/lib/csv/column-profile'
import { decidableColumns, isPersonalField } from './personal-draft'

const profile = (type: ColumnProfile['type'], value: string): ColumnProfile => ({
  ...{ filled: 9, distinct: 9, distinctExact: true, type, typeShare: 1, format: {}, ambiguous: null },
  ...{ min: value, max: value, mean: null, top: [], histogram: null, problemRows: 0, problems: [] },
})
const file = {
  headers: ['Mail', 'Town', 'Tier', 'Home address', 'Peer'],
  columns: [
    profile('email', 'ann@x.com'),
    profile('text', 'Rome'),
    profile('text', 'Gold'),
    profile('text', 'Elm 1'),
    profile('email', 'eve@x.com'),
  ],
}
const mapping = {
  ...{ table: 'customers' as const, mode: 'update' as const },
  ...{ columns: { email: 0, city: 1 }, attributes: [2, 3, 4] },
}

it('lists the columns of which somebody can say whether they are personal', () => {
  const listed = decidableColumns(file, mapping, { 'attributes:Tier': true, city: false })
  expect(
    listed.map(({ key, field, judgement }) => [key, field, judgement.personal, judgement.reason]),
  ).toEqual([
    ['city', 'city', false, 'decided'],
    ['attributes:Tier', null, true, 'decided'],
    ['attributes:Home address', null, true, 'header'],
    ['attributes:Peer', null, true, 'values'],
  ])
})

it('marks names and contacts, in any table, and ids that are contacts', () => {
  const is = (table: 'customers' | 'orders', field: string, contact = false, type?: ColumnProfile['type']) =>
    isPersonalField(table, { field, contact }, type)
  expect([is('customers', 'first_name'), is('orders', 'email', true)]).toEqual([true, true])
  expect([is('orders', 'customer_id', false, 'email'), is('orders', 'customer_id', false, 'id')]).toEqual([
    true,
    false,
  ])
  expect([is('customers', 'city'), is('orders', 'channel', false, 'email')]).toEqual([false, false])
})
