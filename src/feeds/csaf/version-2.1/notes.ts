import type { CsafNote } from '../document.ts'

/** A note for what CSAF 2.0 has no field for. */
export const detailNote = (title: string, text: string): CsafNote => ({ category: 'details', title, text })
