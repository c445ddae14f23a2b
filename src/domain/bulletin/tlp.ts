import type { Tlp } from '../../contract/words.ts'

/** Whether a text may leave for readers that are not of this organisation's own (TLP 2.0: RED and AMBER+STRICT may not). */
export const mayLeave = (tlp: Tlp | undefined): boolean => tlp !== 'RED' && tlp !== 'AMBER+STRICT'
