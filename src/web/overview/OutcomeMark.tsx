import type { ActNow } from '../../contract/overview.ts'
import type { Outcome } from '../../contract/words.ts'
import { outcomeGlyphs } from '../ui/marks/OutcomePill.tsx'
import styles from './OutcomeMark.module.css'

/** How the tests of a fix went: an outcome, else what there is to say instead. */
export type TestOutcome = Outcome | 'known-issues' | 'untested' | 'nothing'

/** What calls for the most attention of how a fix was tested. */
export function testOutcomeOf({
  tests,
  untested,
  knownIssues,
}: Pick<ActNow, 'tests' | 'untested' | 'knownIssues'>): TestOutcome {
  const has = (outcome: Outcome) => (tests[outcome] ?? 0) > 0
  if (has('failed')) return 'failed'
  if (has('passed-with-issues')) return 'passed-with-issues'
  if (knownIssues > 0) return 'known-issues'
  if (untested > 0) return 'untested'
  if (has('unrecorded')) return 'unrecorded'
  return has('passed') ? 'passed' : 'nothing'
}

const tones = {
  passed: 'good',
  'passed-with-issues': 'mixed',
  'known-issues': 'mixed',
  failed: 'bad',
  unrecorded: 'plain',
  untested: 'none',
  nothing: 'none',
} as const satisfies Record<TestOutcome, string>

/** The glyph of an outcome in a ring; an empty ring where nothing was tested. The word is beside it. */
export function OutcomeMark({ outcome, isSquare = false }: { outcome: TestOutcome; isSquare?: boolean }) {
  const glyph =
    outcome === 'known-issues' ? '!' : outcome === 'untested' || outcome === 'nothing' ? '' : outcomeGlyphs[outcome]
  return (
    <i className={styles['outcome-mark']} data-tone={tones[outcome]} data-square={isSquare || undefined} aria-hidden>
      {glyph}
    </i>
  )
}
