/** What a feature's raw value is measured in; decides how it is written for people. */
export const units = ['days', 'hours', 'money', 'count', 'decimal', 'share', 'years', 'rating'] as const
export type Unit = (typeof units)[number]
