import { chromium } from '@playwright/test'
import { build } from 'esbuild'
import { ensureChromium } from '@/lib/tooling/chromium'

// npx tsx bench/map.ts
// How long the customer map of 50,000 points blocks its page, and how long one move of the pointer takes, in headless
// Chromium that draws in software: the chart's own functions, from points to pixels, without React.
const program = `
import { drawPoints } from './components/charts/draw-points'
import { buildPointIndex, findNearestPoint } from './components/charts/point-index'
import { drawingRatio, frameMap, projectPoints } from './components/charts/prepare-map'
const size = { width: 720, height: 480 }
const count = 50_000
const normal = () => Math.sqrt(-2 * Math.log(Math.random())) * Math.cos(2 * Math.PI * Math.random())
const segment = Array.from({ length: count }, (_, i) => i % 6)
const points = {
  total: count,
  ids: segment.map((_, i) => 'C' + i),
  x: segment.map((s) => 2 * Math.cos(s) + 0.7 * normal()),
  y: segment.map((s) => 2 * Math.sin(s) + 0.7 * normal()),
  segment,
}
const colors = new Map([0, 1, 2, 3, 4, 5].map((s) => [s, ['#0e6571', '#c45a1a', '#7a5195', '#e0a100', '#3b6fd4', '#6b7b3a'][s]]))
window.measure = () => {
  const canvas = document.querySelector('canvas')
  const before = performance.now()
  const places = projectPoints(points, frameMap(points), size, new Set())
  const index = buildPointIndex(places.x, places.y, size.width, size.height, 12)
  drawPoints(canvas, { ...places, segment, colors, ...size, ratio: drawingRatio(count, 1) })
  const draw = performance.now() - before
  const moves = 1000
  const start = performance.now()
  for (let i = 0; i < moves; i++) findNearestPoint(index, Math.random() * size.width, Math.random() * size.height, 12)
  return { draw, hover: (performance.now() - start) / moves }
}`
const bundle = await build({
  stdin: { contents: program, resolveDir: process.cwd(), loader: 'ts' },
  bundle: true,
  write: false,
  format: 'iife',
})
const path = ensureChromium()
if (!path) throw new Error('There is no Chromium')
const browser = await chromium.launch({
  ...(path === 'playwright' ? {} : { executablePath: path }),
  args: ['--no-sandbox', '--disable-gpu'],
})
const page = await browser.newPage()
await page.setContent('<canvas></canvas>')
await page.addScriptTag({ content: bundle.outputFiles[0]!.text })
type Measured = { draw: number; hover: number }
const measured: Measured[] = []
for (let i = 0; i < 11; i++) {
  measured.push(await page.evaluate(() => (window as unknown as { measure: () => Measured }).measure()))
}
await browser.close()
const median = (pick: (one: Measured) => number) =>
  measured.map(pick).sort((a, b) => a - b)[measured.length >> 1]!
const [first] = measured
console.log(
  `50,000 points: the first drawing ${first!.draw.toFixed(0)} ms, median of ${measured.length} ${median(({ draw }) => draw).toFixed(0)} ms (limit 50); a move of the pointer ${median(({ hover }) => hover).toFixed(3)} ms (limit 16)`,
)
