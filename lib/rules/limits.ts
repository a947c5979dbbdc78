/** Groups within groups, conditions in all, values of one condition. */
export const deepestGroup = 6
export const mostConditions = 50
export const mostValues = 200
/** of a name, a value, and of a whole rule as text */
export const longestText = 400
export const longestRule = 50_000
