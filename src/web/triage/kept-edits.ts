/** What the tab keeps of edits, in case the page is loaded anew: what waits for its author. */
import { noEdits, type PendingEdits } from '../../domain/triage/pending-edits.ts'
import { hasDraft, readDraft, type DraftPlace } from '../lib/drafts.ts'

export const keptEdits: DraftPlace<PendingEdits['open']> = { name: 'triage', empty: noEdits.open }

/** What waits. The schemas by which it is read come only where something does. */
export async function waitingEdits(): Promise<PendingEdits['open']> {
  if (!hasDraft(keptEdits)) return keptEdits.empty
  const { WaitingEdits } = await import('./edits-schema.ts')
  return readDraft({ ...keptEdits, schema: WaitingEdits })
}

/** Greater than the number of anything that waits. */
export const nextAfter = (open: PendingEdits['open']): number =>
  Math.max(0, ...open.map(({ edit: { number } }) => number)) + 1
