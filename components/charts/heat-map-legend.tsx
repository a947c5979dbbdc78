'use client'

import { useTranslations } from 'next-intl'
import { captured } from './capture-chart'
import { divergingColor, divergingLimit } from './diverging-color'

const steps = 17

/** What the colours of a heat map mean. */
export function HeatMapLegend({ formatZ }: { formatZ: (z: number) => string }) {
  const t = useTranslations('charts')
  const width = 208
  return (
    <div className="text-xs text-muted">
      <svg
        data-chart-drawing=""
        aria-hidden
        width={width}
        height={28}
        className="mb-1 block overflow-visible"
      >
        {Array.from({ length: steps }, (_, index) => {
          const z = ((2 * index) / (steps - 1) - 1) * divergingLimit
          return (
            <rect
              key={z}
              x={(index * width) / steps}
              width={width / steps + 0.5}
              height={10}
              style={{ fill: divergingColor(z) }}
            />
          )
        })}
        <text y={24} className="fill-muted">
          ≤ {formatZ(-divergingLimit)}
        </text>
        <text x={width / 2} y={24} textAnchor="middle" className="fill-muted">
          {t('heatMap.average')}
        </text>
        <text x={width} y={24} textAnchor="end" className="fill-muted">
          ≥ {formatZ(divergingLimit)}
        </text>
      </svg>
      <p {...captured.text}>{t('heatMap.far')}</p>
    </div>
  )
}
