'use client'

import { useCallback, useState } from 'react'

/** Which series of a chart the reader has switched off in the legend. */
export function useHiddenSeries() {
  const [hidden, setHidden] = useState<ReadonlySet<number>>(new Set())
  const toggle = useCallback((key: number) => {
    setHidden((before) => {
      const after = new Set(before)
      if (!after.delete(key)) after.add(key)
      return after
    })
  }, [])
  return { hidden, toggle }
}
