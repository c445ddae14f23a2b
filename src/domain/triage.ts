import type { Triage } from '../contract/words.ts'

/** Whether something is left to do. */
export const isOpen = (triage: Triage): boolean => triage !== 'done' && triage !== 'not-applicable'
