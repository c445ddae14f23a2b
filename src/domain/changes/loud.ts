/** Which changes need a notice, and which make a bulletin more pressing than it was. */
import { changeTable, type Change, type ChangeKind } from '../../contract/changes.ts'
import { urgencies } from '../../contract/vocabulary.ts'

const kindsWith = (flag: 'isQuiet' | 'isEscalation') =>
  new Set<ChangeKind>(changeTable.filter((row) => row[flag]).map(({ kind }) => kind))

const quiet = kindsWith('isQuiet')
const escalations = kindsWith('isEscalation')

/** Whether a change needs a notice. */
export const isLoud = ({ kind }: Pick<Change, 'kind'>): boolean => !quiet.has(kind)

/** Whether a change makes a bulletin more pressing: of an urgency or a disclosure, whether it went that way. */
export function isEscalation({ kind, from, to }: Pick<Change, 'kind' | 'from' | 'to'>): boolean {
  if (!escalations.has(kind)) return false
  if (kind === 'disclosure') return to === 'public'
  if (kind !== 'urgency') return true
  const [before, after] = [from, to].map((level) => urgencies.findIndex((known) => known === level))
  return before !== undefined && after !== undefined && after >= 0 && after < before
}
