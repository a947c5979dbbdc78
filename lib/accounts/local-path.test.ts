import { expect, it } from 'vitest'
import { toLocalPath } from './local-path'

it('keeps paths of this site', () => {
  expect(toLocalPath('/segments/1?sort=size#map')).toBe('/segments/1?sort=size#map')
  expect(toLocalPath('/')).toBe('/')
})

it('sends everything else to the overview', () => {
  const foreign = [
    '//evil.test',
    '/\\evil.test',
    'https://evil.test',
    'javascript:alert(1)',
    '/\t/evil.test',
    '',
    'x',
  ]
  for (const next of [...foreign, undefined, ['/data', '/x']]) expect(toLocalPath(next)).toBe('/')
})
