/** What is changed of remedies and the other lists of a bulletin. */
import type { Bulletin } from '../../../contract/bulletin.ts'
import type { ChangeKind } from '../../../contract/changes.ts'
import type { FoundChange } from './finding.ts'
import { differingItems, omitting, saysTheSame } from './meaning.ts'

/** Whether something else is advised, and for which vulnerabilities. */
export function changedRemedies(
  { remedies: before = [] }: Bulletin,
  { remedies: after = [] }: Bulletin,
): FoundChange[] {
  if (saysTheSame(before, after)) return []
  const advised = (remedies: typeof before) => remedies.map((remedy) => omitting(remedy, 'url'))
  const [old, now] = [advised(before), advised(after)]
  const differing = differingItems(old, now).flat()
  if (differing.length === 0) return [{ kind: 'link' }]
  const ids = differing.flatMap(({ vulnerabilities }) => vulnerabilities)
  return ids.length === 0 ? [{ kind: 'remedy' }] : ids.map((of) => ({ kind: 'remedy', of }))
}

/** Of a list of which any difference is told by one kind: what those items are about that differ. */
export const changedItems = <T>(
  kind: ChangeKind,
  before: readonly T[],
  after: readonly T[],
  name: (item: T) => string,
): FoundChange[] =>
  differingItems(before, after)
    .flat()
    .map((item) => ({ kind, of: name(item) }))
