/** Id of the heading of an import's result. */
export const importResultId = 'import-result'
