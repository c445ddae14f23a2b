import { outcomes } from '../../contract/vocabulary.ts'

/** What the sentence of a release can narrow its grid to. */
export const shownOptions = [...outcomes, 'untested', 'done'] as const
export type ShownOption = (typeof shownOptions)[number]
