import { expect, it } from 'vitest'
import { judgeAudit } from './audit'

const report = (severity: string) =>
  JSON.stringify({
    vulnerabilities: { leaky: { severity, range: '<2.0.1' } },
    metadata: { vulnerabilities: { [severity]: 1, total: 1 } },
  })

it.each(['high', 'critical'])('fails on a %s finding and names the package', (severity) => {
  expect(judgeAudit(report(severity))).toEqual({
    failed: true,
    says: expect.stringContaining(`leaky <2.0.1: ${severity}`),
  })
})

it.each(['info', 'low', 'moderate'])('does not fail on a %s finding', (severity) => {
  expect(judgeAudit(report(severity)).failed).toBe(false)
})

it.each(['', 'npm error audit endpoint returned an error', '{"statusCode":405,"error":{}}', 'null'])(
  'says so when the registry gives no report: %s',
  (output) => {
    expect(judgeAudit(output)).toEqual({ failed: false, says: expect.stringContaining('does not answer') })
  },
)
