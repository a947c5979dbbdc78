import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

type Locked = { version?: string; dev?: boolean }
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, Locked>
}
const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  dependencies: Record<string, string>
}

/** Every installed version of a package, those that other packages bring for themselves too. */
const versionsOf = (name: string) =>
  Object.entries(packages)
    .filter(([path]) => path.endsWith(`node_modules/${name}`))
    .map(([, { version = '' }]) => version)

/** Whether a version is `least` or a later one; a pre-release comes before its release. */
function isAtLeast(version: string, least: string): boolean {
  const [a, b] = [version, least].map((text) => text.split('-')[0]!.split('.').map(Number)) as [
    number[],
    number[],
  ]
  const at = a.findIndex((part, index) => part !== b[index])
  if (at < 0) return !version.includes('-')
  return a[at]! > b[at]!
}

// Holes that older versions have; reference/SECURITY.md. Works where `npm audit` is not answered.
const floors = {
  next: '16.4.1',
  react: '19.3.1',
  'react-dom': '19.3.1',
  'better-auth': '1.7.25',
  sharp: '0.35.5',
}

describe('installed versions', () => {
  it.each(Object.entries(floors))('%s is %s or later, wherever it is', (name, least) => {
    const versions = versionsOf(name)
    if (name !== 'sharp') expect(versions.length).toBeGreaterThan(0)
    expect(versions.filter((version) => !isAtLeast(version, least))).toEqual([])
  })

  it('never include the stolen release 1.3.3 of DuckDB', () => {
    const duckdb = Object.entries(packages).filter(([path]) => /node_modules\/(@duckdb\/|duckdb)/.test(path))
    expect(duckdb.length).toBeGreaterThan(1)
    expect(duckdb.filter(([, { version }]) => version?.startsWith('1.3.3'))).toEqual([])
  })

  it('are pinned: what is installed is what was tested', () => {
    expect(
      Object.entries(dependencies).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)),
    ).toEqual([])
  })

  it('compares versions as numbers', () => {
    expect(isAtLeast('16.10.0', '16.4.1')).toBe(true)
    expect(isAtLeast('16.4.0', '16.4.1')).toBe(false)
    expect(isAtLeast('16.4.1-canary.3', '16.4.1')).toBe(false)
    expect(isAtLeast('17.0.0', '16.4.1')).toBe(true)
    expect(isAtLeast('15.9.9', '16.4.1')).toBe(false)
  })
})

describe('dependencies', () => {
  it('each have their reason in the README', () => {
    const readme = readFileSync('README.md', 'utf8')
    const missing = Object.keys(dependencies).filter((name) => !readme.includes(`\`${name}\``))
    expect(missing, 'Say in the README, under Dependencies, what it is needed for').toEqual([])
  })
})
