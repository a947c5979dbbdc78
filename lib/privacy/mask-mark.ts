/** What stands for a personal value where its reader may not see it: the same for all, so that it tells nothing. */
export const maskMark = '•••'
