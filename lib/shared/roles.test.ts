import { expect, it } from 'vitest'
import { hasRole, roles } from './roles'

it('lets each role do what lesser roles may', () => {
  const matrix = roles.map((role) => roles.map((least) => hasRole(role, least)))
  expect(matrix).toEqual([
    [true, false, false],
    [true, true, false],
    [true, true, true],
  ])
})
