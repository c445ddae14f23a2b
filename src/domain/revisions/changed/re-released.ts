import type { FoundChange } from './finding.ts'

/** The number before the dot, by which a publisher counts what it brings out anew: `2` of `2.1`. */
const releaseOf = (revision = ''): number => Number(/^(\d+)\.\d+$/.exec(revision)?.[1] ?? NaN)

/** That what a publisher says was brought out anew, from one revision to another. */
export const broughtOutAnew = (from: string | undefined, to: string | undefined): FoundChange[] =>
  releaseOf(to) > releaseOf(from) ? [{ kind: 're-released', from, to }] : []
