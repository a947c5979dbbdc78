import { listCells, type RfmMap } from './rfm-map'

/** Puts a cell into another segment. A map has one segment a cell, so it stays complete and disjoint. */
export function assignCell(map: RfmMap, cell: number, segment: number): RfmMap {
  if (map.cells[cell] === undefined || map.cells[cell] === segment || !map.segments[segment]) return map
  return { ...map, id: 'custom', cells: map.cells.map((before, i) => (i === cell ? segment : before)) }
}

/** Gives a segment a name of the user's, as typed: see `finishNames`. */
export function nameSegment(map: RfmMap, segment: number, name: string): RfmMap {
  return { ...map, segments: map.segments.map((one, i) => (i === segment ? { ...one, name } : one)) }
}

/** Names without blanks around them; an emptied one brings a shipped segment's own back. */
export function finishNames(map: RfmMap): RfmMap {
  const finish = ({ key, name }: RfmMap['segments'][number]) => {
    const trimmed = name?.trim() ?? null
    return { key, name: trimmed === '' && key ? null : trimmed }
  }
  return { ...map, segments: map.segments.map(finish) }
}

/** A segment without cells, last. */
export function addSegment(map: RfmMap, name: string): RfmMap {
  return { ...map, id: 'custom', segments: [...map.segments, { key: null, name }] }
}

/** Takes a segment out; its cells go to another one. Of two segments none can go. */
export function removeSegment(map: RfmMap, segment: number, into: number): RfmMap {
  if (map.segments.length <= 2 || segment === into || !map.segments[segment] || !map.segments[into])
    return map
  const move = (cell: number) => {
    const target = cell === segment ? into : cell
    return target > segment ? target - 1 : target
  }
  return {
    ...map,
    id: 'custom',
    segments: map.segments.filter((_, i) => i !== segment),
    cells: map.cells.map(move),
  }
}

/** A map to begin with: three segments by the mean of a cell's scores, best first. */
export function startMap(
  shape: Pick<RfmMap, 'bins' | 'axes' | 'scoring'>,
  names: readonly [string, string, string],
): RfmMap {
  const thirds = listCells(shape).map(({ r, f, m }) => {
    const scores = m === null ? [r, f] : [r, f, m]
    const steps = scores.reduce((sum, score) => sum + score - 1, 0)
    // share × 3 in whole numbers: a third belongs to the better side
    const third = Math.floor((3 * steps) / (scores.length * (shape.bins - 1)))
    return 2 - Math.min(2, third)
  })
  return { ...shape, id: 'custom', segments: names.map((name) => ({ key: null, name })), cells: thirds }
}
