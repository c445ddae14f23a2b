import type { BulletinEvent } from '../../contract/events.ts'
import type { Decision, RecordedTest, TestRecord } from '../../contract/lab.ts'

/**
 * What the team's own lab has seen, and whether to deploy. With a `key`, what the same person sends again is done once, and
 * answered as before; `KeyTaken` is thrown where they have sent something else under it.
 */
export type LabStore = {
  /** What was recorded of a bulletin, corrected results too, the first first. */
  results: (bulletin: string) => Promise<RecordedTest[]>
  /** The same of all bulletins of which anything was. */
  all: () => Promise<Map<string, RecordedTest[]>>
  /**
   * Records a result. `missing`: there is no such bulletin; `not-there`: there is no result of it that could be corrected;
   * `corrected`: somebody else has corrected that one already.
   */
  record: (
    bulletin: string,
    record: TestRecord,
    who: string,
    key?: string,
  ) => Promise<{ outcome: 'recorded'; result: RecordedTest } | { outcome: 'missing' | 'not-there' | 'corrected' }>
  /**
   * Says whether to deploy. `missing`: there is no such bulletin; `unseen`: something has happened that whoever signs
   * has not seen, and so nothing is signed.
   */
  decide: (
    bulletin: string,
    decision: Decision,
    who: string,
    key?: string,
  ) => Promise<{ outcome: 'decided' } | { outcome: 'missing' } | { outcome: 'unseen'; events: BulletinEvent[] }>
}
