/** One sentence under a chart: the key of a message under `segments.readings` and what fills it in, already worded. */
export type Reading = { key: string; values: Record<string, string> }

/** What readings need of a segment: its worded name beside its figures. */
export type NamedSegment = { name: string; size: number; revenue: number }
