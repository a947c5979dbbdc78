import { createHash } from 'node:crypto'
import { quoteText } from '@/lib/warehouse/sql'
import type { ExportColumn, ExportFormat } from './export-schema'

type Identifier = Extract<ExportColumn, 'customer_id' | 'email' | 'phone'>
/** One way to write an identifier, and its test in SQL: `usable` holds exactly where `write` gives a text. */
type Rule = { write: (cell: string) => string; usable: (expression: string) => string }

/** White space as ECMAScript has it: SQL knows less of it. */
const spaces =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff'
const emailText = `[^${spaces}@]+@[^${spaces}@]+[.][^${spaces}@]+`
const emailPattern = new RegExp(`^${emailText}$`)
/** With the international prefix: without a country code no platform knows the number. */
const phoneText = '([+]|00)0*([1-9][0-9]{6,14})'
const phonePattern = new RegExp(`^${phoneText}$`)
const hashText = '[0-9a-fA-F]{64}'
const hashPattern = new RegExp(`^${hashText}$`)

const matches = (expression: string, pattern: string) =>
  `regexp_full_match(${expression}, ${quoteText(pattern)})`
const trimmed = (expression: string) => `trim(${expression}, ${quoteText(spaces)})`

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** The SHA-256 of a cell as `normalise` writes it; a hash stays as it is, what cannot be used becomes empty. */
export function hashCell(cell: string, normalise: (cell: string) => string): string {
  const text = cell.trim()
  if (hashPattern.test(text)) return text.toLowerCase()
  const normal = normalise(text)
  return normal && sha256(normal)
}

function plainEmail(cell: string): string {
  const email = cell.trim().toLowerCase()
  return emailPattern.test(email) ? email : ''
}

/** Google ignores dots and what follows a plus in its own addresses. */
function googleEmail(cell: string): string {
  const email = plainEmail(cell.replaceAll(/\s/g, ''))
  const [local = '', domain = ''] = email.split('@')
  if (domain !== 'gmail.com' && domain !== 'googlemail.com') return email
  const short = local.replace(/[+].*/, '').replaceAll('.', '')
  return `${short || local}@${domain}`
}

/** Digits from the country code on. */
function phoneDigits(cell: string): string {
  const compact = cell.replaceAll('(0)', '').replaceAll(/[^0-9+]/g, '')
  return phonePattern.exec(compact)?.[2] ?? ''
}

const orHash = (expression: string, test: string) => `(${test} OR ${matches(trimmed(expression), hashText)})`
const withoutSpaces = (expression: string) =>
  `regexp_replace(${expression}, ${quoteText(`[${spaces}]`)}, '', 'g')`
const phoneTest = (expression: string) =>
  matches(`regexp_replace(replace(${expression}, '(0)', ''), '[^0-9+]', '', 'g')`, phoneText)

const anyText: Rule = {
  write: (cell) => cell.trim(),
  usable: (expression) => `${trimmed(expression)} <> ''`,
}
const rules: Record<Exclude<ExportFormat, 'spreadsheet'>, Partial<Record<Identifier, Rule>>> = {
  platform: {
    customer_id: anyText,
    phone: anyText,
    email: { write: plainEmail, usable: (expression) => matches(trimmed(expression), emailText) },
  },
  meta: {
    email: {
      write: (cell) => hashCell(cell, plainEmail),
      usable: (expression) => orHash(expression, matches(trimmed(expression), emailText)),
    },
    phone: {
      write: (cell) => hashCell(cell, phoneDigits),
      usable: (expression) => orHash(expression, phoneTest(expression)),
    },
  },
  google: {
    email: {
      write: (cell) => hashCell(cell, googleEmail),
      usable: (expression) => orHash(expression, matches(withoutSpaces(expression), emailText)),
    },
    phone: {
      write: (cell) => hashCell(cell, (text) => phoneDigits(text) && `+${phoneDigits(text)}`),
      usable: (expression) => orHash(expression, phoneTest(expression)),
    },
  },
}

/** How a format writes an identifier; undefined where the column is none. */
export function identifierRule(format: ExportFormat, column: ExportColumn): Rule | undefined {
  return format === 'spreadsheet' ? undefined : rules[format][column as Identifier]
}
