import type { LeftOut } from '@/lib/privacy/export-schema'

const reasons = ['withoutConsent', 'withoutIdentifier'] as const

/** Reasons people were left out for, with how many; `t` is a translator of the namespace `exports`. */
export function describeLeftOut(
  t: (key: string, values: { count: number }) => string,
  leftOut: LeftOut,
): string[] {
  return reasons.flatMap((reason) =>
    leftOut[reason] > 0 ? [t(`leftOut.${reason}`, { count: leftOut[reason] })] : [],
  )
}
