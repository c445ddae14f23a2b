import type { Checklist } from '../../contract/checklist.ts'
import type { BulletinEvent } from '../../contract/events.ts'
import type { Decision, RecordedTest, IssueResolution, TestRecord } from '../../contract/lab.ts'
import type { Recorded } from '../../domain/lab/recorded.ts'

/**
 * What the team's own lab has seen, and whether to deploy. With a `key`, what the same person sends again is done once, and
 * answered as before; `IdempotencyKeyReused` is thrown where they have sent something else under it.
 */
export type LabStore = {
  /** What the lab tries in every test. */
  checklist: () => Promise<Checklist>
  /** Sets it in place of a version; null where another person has set it meanwhile. */
  setChecklist: (version: number, points: readonly string[], who: string) => Promise<Checklist | null>
  /** What was recorded of a bulletin, corrected results too, oldest first. */
  results: (bulletin: string) => Promise<RecordedTest[]>
  /** The same, with what was said of its known issues. */
  recorded: (bulletin: string) => Promise<Recorded>
  /** The same of all bulletins of which there is anything. */
  all: () => Promise<Map<string, Recorded>>
  /**
   * Records a result. `missing`: there is no such bulletin; `not-there`: there is no result of it that could be corrected;
   * `corrected`: another person has corrected that one already.
   */
  record: (
    bulletin: string,
    record: TestRecord,
    who: string,
    key?: string,
  ) => Promise<{ outcome: 'recorded'; result: RecordedTest } | { outcome: 'missing' | 'not-there' | 'corrected' }>
  /**
   * Resolves or reopens a known issue. `missing`: there is no such bulletin; `not-there`: it has no
   * such issue; `settled`: it is in that state already.
   */
  setIssueState: (
    bulletin: string,
    issue: string,
    settlement: IssueResolution,
    who: string,
    key?: string,
  ) => Promise<
    { outcome: 'done' } | { outcome: 'missing' } | { outcome: 'not-there' } | { outcome: 'settled'; by: string | null }
  >
  /**
   * Says whether to deploy. `missing`: there is no such bulletin; `unseen`: something has happened that the person who signs
   * has not seen, and so nothing is signed.
   */
  decide: (
    bulletin: string,
    decision: Decision,
    who: string,
    key?: string,
  ) => Promise<
    { outcome: 'decided'; id: number } | { outcome: 'missing' } | { outcome: 'unseen'; events: BulletinEvent[] }
  >
}
