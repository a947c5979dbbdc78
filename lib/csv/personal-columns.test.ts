import { describe, expect, it } from 'vitest'
import type { ColumnProfile } from './column-profile'
import { hasPersonalValues, isPersonalHeader, isPersonalValue, judgePersonal } from './personal-columns'

describe('isPersonalHeader', () => {
  it.each([
    ...[
      'Address',
      'shipping_address_2',
      'Street',
      'ZIP Code',
      'billingZip',
      'Postal code',
      'IP',
      'ip_address',
    ],
    ...[
      'Passport no.',
      'ID card',
      'SSN',
      'IBAN',
      'Work e-mail',
      'customer.email',
      'Home Phone',
      'Spouse name',
      'Name',
    ],
    ...['Straße', 'PLZ', 'Hausnummer', 'Personalausweis', 'Geburtsdatum', 'Telefon (privat)', 'Wohnort'],
    ...['Adresse', 'rue', 'Code postal', 'Téléphone', 'Numéro sécu', 'Courriel', 'Prénom'],
    ...['Dirección', 'Código postal', 'DNI', 'Teléfono móvil', 'Apellidos'],
    ...['身份证号', '住址', '微信号', '收货地址', '手机号码', '护照', '客户姓名', 'QQ'],
  ])('knows %s', (header) => {
    expect(isPersonalHeader(header)).toBe(true)
  })

  it.each([
    ...[
      'Tier',
      'Loyalty points',
      'Email opens',
      'Accepts Email Marketing',
      'phone_verified',
      'email consent',
    ],
    ...[
      'Product name',
      'Segment name',
      'Zipper',
      'shipping cost',
      'Trip',
      '会员等级',
      '是否订阅邮件',
      'Kundengruppe',
      '',
    ],
  ])('does not take %s for one', (header) => {
    expect(isPersonalHeader(header)).toBe(false)
  })
})

describe('isPersonalValue', () => {
  it.each([
    ...[
      'ann@example.com',
      'write to José@münchen.de please',
      '+49 30 1234567',
      '0301 234 567 8',
      '(555) 123-4567',
    ],
    ...[
      '13800138000',
      '电话138 0013 8000谢谢',
      '192.168.10.1',
      '2001:db8::1:2',
      'DE89 3704 0044 0532 0130 00',
    ],
    ...['4111 1111 1111 1111', '11010519491231002X', '078-05-1120'],
  ])('knows %s', (value) => {
    expect(isPersonalValue(value)).toBe(true)
  })

  it.each([
    ...['Gold', '2024-01-31', '2024-01-31 10:00:00', '01.02.2024', '01/02/2024', '1234567', '12.50', '@home'],
    ...['C-1001', '10:00:00', '5.11E+18', '1706659200000', 'DE', 'v1.2.3'],
  ])('does not take %s for one', (value) => {
    expect(isPersonalValue(value)).toBe(false)
  })
})

const profile = (change: Partial<ColumnProfile>): ColumnProfile => ({
  ...{ filled: 9, distinct: 9, distinctExact: true, type: 'text', typeShare: 1, format: {}, ambiguous: null },
  ...{ min: null, max: null, mean: null, top: [], histogram: null, problemRows: 0, problems: [] },
  ...change,
})

describe('a column', () => {
  it('speaks by the values of all its rows', () => {
    expect(hasPersonalValues(profile({ type: 'email' }))).toBe(true)
    expect(hasPersonalValues(profile({ top: [{ value: '10.0.0.1', rows: 3 }] }))).toBe(true)
    expect(
      hasPersonalValues(profile({ top: [{ value: 'Gold', rows: 3 }], min: 'Bronze', max: 'Silver' })),
    ).toBe(false)
  })

  it('is judged by its field, what was said of it, its header and its values, in this order', () => {
    const values = () => true
    expect(judgePersonal('email', false)).toEqual({ personal: true, reason: 'field' })
    expect(judgePersonal('city', undefined)).toEqual({ personal: true, reason: 'header' })
    expect(judgePersonal('city', false)).toEqual({ personal: false, reason: 'decided' })
    expect(judgePersonal('gender', undefined, values)).toEqual({ personal: false, reason: null })
    expect(judgePersonal('gender', true)).toEqual({ personal: true, reason: 'decided' })
    expect(judgePersonal('attributes:Address', undefined)).toEqual({ personal: true, reason: 'header' })
    expect(judgePersonal('attributes:Note', undefined, values)).toEqual({ personal: true, reason: 'values' })
    expect(judgePersonal('attributes:Tier', undefined)).toEqual({ personal: false, reason: null })
  })
})
