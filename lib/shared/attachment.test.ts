import { expect, it } from 'vitest'
import { attachmentHeader } from './attachment'

it('attachmentHeader lets no file name end the header', () => {
  expect(attachmentHeader('rejected-März "1"\r\nX: y;.csv')).toBe(
    `attachment; filename="rejected-M_rz _1___X_ y_.csv"; filename*=UTF-8''rejected-M%C3%A4rz%20%221%22%0D%0AX%3A%20y%3B.csv`,
  )
  expect(attachmentHeader("it's (1).csv")).toContain("UTF-8''it%27s%20%281%29.csv")
})
