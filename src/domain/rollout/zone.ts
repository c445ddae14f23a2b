/**
 * Whether a text names a time zone that the whole product can compute with. `Intl` alone also takes abbreviations such
 * as `JST` and `PST`, which `Temporal` refuses; only what both take is one.
 */
export function isTimeZone(text: string): boolean {
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions()
    return timeZone !== '' && Temporal.Now.zonedDateTimeISO(text).timeZoneId !== ''
  } catch {
    return false
  }
}
