/** Where the support page of a KB is, and what is kept where another one is there. */
import type { ReadSupportPage } from './import.ts'

/** The address of the support page of a KB. */
export const supportAddress = (kb: string): string => `https://support.microsoft.com/help/${kb}`

/** A page that another one was found in place of. */
export const otherPage = (kb: string, url: string): ReadSupportPage => ({
  kb,
  answer: 'unreadable',
  cause: 'other-page',
  url,
  builds: [],
  issues: [],
  changedAt: null,
})
