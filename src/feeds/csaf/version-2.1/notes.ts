import type { Note } from '../document.ts'

export const dayOf = (moment: string): string => moment.slice(0, 10)

/** A note for what CSAF 2.0 has no field for. */
export const note = (title: string, text: string): Note => ({ category: 'details', title, text })
