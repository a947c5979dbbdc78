/** A run's name with its day, unless the name says the day already. */
export function nameRun(name: string, date: string, join: (date: string) => string): string {
  return name.includes(date) ? name : join(date)
}
