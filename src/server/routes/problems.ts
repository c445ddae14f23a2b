import type { Problem } from '../../contract/problem.ts'

/** That there is nothing under a name: `bulletin MS05-999`. */
export const noSuch = (what: string) => ({ code: 'not_found', message: `there is no ${what}` }) satisfies Problem
