/** Groups are the people who share the values of all the columns looked at. */
export type Anonymity = {
  /** people in the smallest group (Samarati & Sweeney 1998) */
  k: number
  /** people in groups under the threshold */
  inSmallGroups: number
}

/**
 * A query for `Anonymity` over the rows of `source` (a FROM clause with what follows it), by text expressions of the
 * columns that tell people apart; an unknown value is a value. One row, with k NULL where there are no rows.
 */
export function anonymitySql(expressions: readonly string[], source: string, threshold: number): string {
  const values = expressions.map((expression, index) => `coalesce(${expression}, '') AS value_${index}`)
  return `SELECT min(people) AS k, coalesce(sum(people) FILTER (WHERE people < ${threshold}), 0)::BIGINT AS "inSmallGroups"
    FROM (SELECT ${values.join(', ')}, count(*) AS people ${source} GROUP BY ALL)`
}
