import { describe, expect, it } from 'vitest'
import { setUpSchema, workspaceSchema } from './schema'

const workspace = { name: 'Brand', currency: 'EUR', timeZone: 'Europe/Berlin', language: 'en' }
const owner = { name: 'Ann', email: 'ann@example.com', password: 'ten letters', workspace }
const accepts = (part: object) => setUpSchema.safeParse({ ...owner, ...part }).success

describe('setUpSchema', () => {
  it('trims and lowers the address', () => {
    expect(setUpSchema.parse({ ...owner, email: '  Ann@Example.COM ' }).email).toBe('ann@example.com')
  })

  it('asks for a name, an address and ten characters of password', () => {
    expect(accepts({})).toBe(true)
    expect(accepts({ password: 'nine char' })).toBe(false)
    expect(accepts({ password: 'x'.repeat(201) })).toBe(false)
    expect(accepts({ name: '  ' })).toBe(false)
    expect(accepts({ email: 'ann' })).toBe(false)
  })
})

describe('workspaceSchema', () => {
  it.each([
    ['currency', 'EURO'],
    ['currency', 'XYZ'],
    ['timeZone', 'Mars/Olympus'],
    ['language', 'fr'],
    ['name', ''],
  ])('refuses %s %s', (field, value) => {
    expect(workspaceSchema.safeParse({ ...workspace, [field]: value }).success).toBe(false)
  })

  it.each(['UTC', 'Asia/Shanghai', 'Etc/GMT+3'])('knows the time zone %s', (timeZone) => {
    expect(workspaceSchema.safeParse({ ...workspace, timeZone }).success).toBe(true)
  })
})
