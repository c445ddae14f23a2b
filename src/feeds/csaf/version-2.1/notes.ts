import type { Note } from '../document.ts'

/** A note for what CSAF 2.0 has no field for. */
export const note = (title: string, text: string): Note => ({ category: 'details', title, text })
