/** A tab of a browser, in terms that every automation protocol has. */
export type Tab = {
  open: (url: string) => Promise<void>
  /** The text that an expression, run in the page, results in. */
  evaluate: (expression: string) => Promise<string>
  /** Clicks a point of the viewport, in CSS pixels. */
  click: (x: number, y: number) => Promise<void>
  /** Types into what has the focus. */
  type: (text: string) => Promise<void>
  /** Ends the browser, and removes what it has stored. */
  close: () => Promise<void>
}

/** A browser engine, and how a browser that is built on it is started. */
export type Engine = {
  name: string
  /** What is to be installed, in one phrase. */
  needs: string
  isInstalled: () => boolean
  start: () => Promise<Tab>
}

/** Every browser shows the times of one place. */
export const timeZone = 'Asia/Tokyo'

/** A desk: the filters are beside the list. */
export const viewport = { width: 1360, height: 900 }
