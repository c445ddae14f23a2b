/** The days of Microsoft's month. Days are ISO 8601, months `2025-06`. */

/** The second Tuesday of a month. */
export function patchTuesdayOf(month: string): string {
  const weekday = new Date(`${month}-01T00:00:00Z`).getUTCDay()
  // The first Tuesday is the 1st to 7th, the second a week later.
  const day = 8 + ((2 - weekday + 7) % 7)
  return `${month}-${String(day).padStart(2, '0')}`
}

/** The month that is `by` months after another one. */
export function monthAfter(month: string, by = 1): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const months = year * 12 + number - 1 + by
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`
}

/** The first Patch Tuesday on a day or after it. */
export function nextPatchTuesday(day: string): string {
  const month = day.slice(0, 7)
  const own = patchTuesdayOf(month)
  return own >= day ? own : patchTuesdayOf(monthAfter(month))
}
