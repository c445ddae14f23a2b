/** Addresses and moments as documents of all publishers print them. */

/** An address of the web as it can be linked to; undefined for anything else. */
export const httpUrl = (url: string | undefined): string | undefined =>
  url !== undefined && /^https?:\/\//.test(url) && URL.canParse(url) ? new URL(url).href : undefined

/** The calendar day that a moment starts with, in the zone of its publisher. */
export const dayOf = (moment: string): string => moment.slice(0, 10)
