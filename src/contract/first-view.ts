/** What a page begins with where the server has rendered it: what both sides must agree on, and the document holds. */

/** For whom and when a first view is rendered, so that the browser begins with the very same. */
export type Visit = {
  /** Path and query of the page. */
  href: string
  language: 'ja' | 'en'
  /** The moment of which the page speaks, ISO 8601. */
  at: string
  /** The time zone of the browser, such as `Asia/Tokyo`. */
  zone: string
  /** What the browser keeps on its device, of what it sends along in cookies: texts by key. */
  kept: Readonly<Record<string, string>>
}

/** Answers of the API by address, path and query. */
export type Answers = Readonly<Record<string, unknown>>

/** What the element with `firstViewId` of a rendered document holds as JSON. */
export type FirstView = {
  visit: Visit
  answers: Answers
  /** The names of the parts that were drawn, of those whose code comes by itself. */
  parts: readonly string[]
}

export const firstViewId = 'first-view'

/** A style of its own that a rendered element has: a policy against inline styles keeps it from being one. */
export const styleAttribute = 'data-style'

/** What is kept on the device and sent along, since a first view depends on it. */
export const carriedKeys = [
  'hotfix-report.language',
  'hotfix-report.theme',
  'hotfix-report.alerts-view',
  'hotfix-report.seen',
  'hotfix-report.start',
] as const

/** The cookie that tells the time zone of the browser. */
export const zoneCookie = 'hotfix-report.zone'

/** Asks the API in the name of the visitor. */
export type Ask = (address: string) => Promise<Response>

/** The markup of a first view, and the parts in it. */
export type Drawing = { markup: string; parts: readonly string[] }

/** A first view whose data is there: what it was made of, and how to draw it. */
export type PreparedView = { answers: Answers; draw: () => Promise<Drawing> }

/** What the build of the components for the server gives: null where the address has no first view. */
export type PrepareView = (visit: Visit, ask: Ask) => Promise<PreparedView | null>
