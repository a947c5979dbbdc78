import { describe, expect, it } from 'vitest'
import { headerForms, normaliseHeader } from './header-forms'

const forms = (header: string) =>
  headerForms(header, new Set(['billing', 'customer'])).map(({ text }) => text)

describe('normaliseHeader', () => {
  it('compares letters and digits only, of any script', () => {
    expect(normaliseHeader(' E-Mail_Address ')).toBe('emailaddress')
    expect(normaliseHeader('Größe / Währung')).toBe('grossewahrung')
    expect(normaliseHeader('Prénom')).toBe('prenom')
    expect(normaliseHeader('订单编号（主）')).toBe('订单编号主')
    expect(normaliseHeader('プレゼント')).toBe('プレゼント')
    expect(normaliseHeader('ＳＫＵ')).toBe('sku')
  })
})

describe('headerForms', () => {
  it('has the header as it is first, and forms that leave words out after it', () => {
    expect(headerForms('Customer ID (Kunde)', new Set())[0]).toEqual({ text: 'customeridkunde', cost: 0 })
    expect(forms('Customer ID (Kunde)')).toEqual(expect.arrayContaining(['customerid', 'kunde']))
    expect(forms('customer.email')).toEqual(expect.arrayContaining(['customeremail', 'email']))
    expect(forms('billing_email_address')).toContain('emailaddress')
    expect(forms('Total EUR')).toContain('total')
    expect(forms('金额（元）')).toContain('金额')
    expect(forms('Geburtstag (customer.metafields.facts.birth_date)')).toContain('birthdate')
  })

  it('leaves at least one word', () => {
    expect(forms('billing')).toEqual(['billing'])
    expect(forms('EUR')).toEqual(['eur'])
    expect(forms('()')).toEqual([])
    expect(forms('')).toEqual([])
  })
})
