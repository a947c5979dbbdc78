'use client'

import { useEffect, useState } from 'react'
import { seriesColor, seriesCount } from './series-color'

/** The palette as plain colours for a canvas, read again when the theme (a class on html) changes and for print. */
export function useSeriesColors(): readonly string[] {
  const [colors, setColors] = useState<readonly string[]>([])
  useEffect(() => {
    const root = document.documentElement
    const read = () => {
      const style = getComputedStyle(root)
      const next = Array.from({ length: seriesCount }, (_, position) =>
        style.getPropertyValue(/--[a-z0-9-]+/.exec(seriesColor(position))?.[0] ?? '').trim(),
      )
      setColors((before) => (before.join() === next.join() ? before : next))
    }
    read()
    const observer = new MutationObserver(read)
    observer.observe(root, { attributes: true, attributeFilter: ['class', 'style'] })
    const paper = window.matchMedia('print')
    paper.addEventListener('change', read)
    return () => {
      observer.disconnect()
      paper.removeEventListener('change', read)
    }
  }, [])
  return colors
}
