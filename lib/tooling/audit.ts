import { spawnSync } from 'node:child_process'

const patienceMilliseconds = 60_000

type Report = {
  metadata?: { vulnerabilities?: Record<string, number> }
  vulnerabilities?: Record<string, { severity: string; range?: string }>
}
export type Verdict = { failed: boolean; says: string }

/** What the report of `npm audit --json` means: high and critical findings fail, a registry without an answer does not. */
export function judgeAudit(output: string): Verdict {
  let report: Report = {}
  try {
    report = (JSON.parse(output) ?? {}) as Report
  } catch {
    // Not a report: told below.
  }
  if (!report.metadata?.vulnerabilities)
    return { failed: false, says: 'The package registry does not answer audits: none was made.' }
  const grave = Object.entries(report.vulnerabilities ?? {}).filter(([, { severity }]) =>
    ['high', 'critical'].includes(severity),
  )
  if (grave.length === 0) return { failed: false, says: 'No package has a known hole of high severity.' }
  const list = grave.map(([name, { severity, range = '' }]) => `  ${name} ${range}: ${severity}`)
  return { failed: true, says: `Packages with known holes:\n${list.join('\n')}` }
}

/** Asks the registry about the installed packages (`npm audit --audit-level=high`). */
export function auditPackages(): Verdict {
  const args = ['audit', '--audit-level=high', '--json']
  const { stdout } = spawnSync('npm', args, { encoding: 'utf8', timeout: patienceMilliseconds })
  return judgeAudit(stdout ?? '')
}
