/** Tells the moment, ISO 8601 in UTC, at which a day begins in a time zone. */
export function startIn(zone: string): (day: string) => string {
  const known = new Map<string, string>()
  return (day) => {
    const start =
      known.get(day) ?? new Date(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds).toISOString()
    known.set(day, start)
    return start
  }
}
