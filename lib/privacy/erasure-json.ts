type Json = unknown
const isObject = (value: Json): value is Record<string, Json> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether an object quotes one of the texts itself, or in the `params` of a sentence. */
function quotes(value: Json, texts: ReadonlySet<string>): boolean {
  if (typeof value === 'string') return texts.has(value)
  if (!isObject(value)) return false
  return Object.entries(value).some(
    ([name, one]) =>
      (typeof one === 'string' && texts.has(one)) ||
      (name === 'params' && isObject(one) && quotes(one, texts)),
  )
}

/**
 * A stored result without what it quotes of people: entries of lists that quote one of the texts are left out, objects
 * that do are null, single texts empty.
 */
export function withoutTexts(value: Json, texts: ReadonlySet<string>): Json {
  if (Array.isArray(value)) {
    return value.filter((entry) => !quotes(entry, texts)).map((entry) => withoutTexts(entry, texts))
  }
  if (!isObject(value)) return typeof value === 'string' && texts.has(value) ? '' : value
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name,
      isObject(one) && quotes(one, texts) ? null : withoutTexts(one, texts),
    ]),
  )
}

/** The report of an import without the values that it quotes of rejected rows. */
export function withoutExamples(report: Json): Json {
  if (!isObject(report) || !Array.isArray(report.rejected)) return report
  const rejected = report.rejected.map((group) => (isObject(group) ? { ...group, firstValue: '' } : group))
  return { ...report, rejected }
}
