/** Presentation that a stylesheet gives and an image of the SVG alone would lose. */
const properties = [
  'display',
  'fill',
  'fill-opacity',
  'opacity',
  'stroke',
  'stroke-dasharray',
  'stroke-dashoffset',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-opacity',
  'stroke-width',
  'visibility',
] as const

/**
 * The markup of a drawn SVG with its computed styles inlined (variables and theme resolved) and without its texts:
 * an image cannot use the page's fonts, so texts are drawn apart.
 */
export function writeSvgSource(svg: SVGSVGElement, width: number, height: number): string {
  const copy = svg.cloneNode(true) as SVGSVGElement
  const originals = [svg, ...svg.querySelectorAll('*')]
  const copies = [copy, ...copy.querySelectorAll('*')]
  originals.forEach((original, index) => {
    const target = copies[index]
    if (!target) return
    const computed = getComputedStyle(original)
    target.removeAttribute('class')
    target.setAttribute(
      'style',
      properties.map((property) => `${property}:${computed.getPropertyValue(property)}`).join(';'),
    )
  })
  for (const text of copy.querySelectorAll('text')) text.remove()
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  return new XMLSerializer().serializeToString(copy)
}
