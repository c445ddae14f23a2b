/** Calendar days, ISO 8601, and moments as days of a time zone. */

/** 24 hours, in milliseconds. */
export const dayLength = 86_400_000

/** The moment, ISO 8601, that is a number of times 24 hours after another. */
export const daysFrom = (moment: Date, days: number): string =>
  new Date(moment.getTime() + days * dayLength).toISOString()

/** The day that is a number of days after another. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * dayLength).toISOString().slice(0, 10)

/** How many days there are from one day to another; below 0 where that is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayLength)

/** The later of two days. */
export const laterDay = (a: string, b: string): string => (a > b ? a : b)

/** To make one takes longer than all that is done with it on a page. */
const formats = new Map<string, Intl.DateTimeFormat>()

/** Tells the day of a moment in a time zone; a day stays that day. */
export function dayIn(zone: string): (moment: string | Date) => string {
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone })
  formats.set(zone, format)
  return (moment) => (typeof moment === 'string' && moment.length === 10 ? moment : format.format(new Date(moment)))
}
