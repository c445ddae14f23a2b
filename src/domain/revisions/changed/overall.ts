/** What is changed of a bulletin as a whole. */
import type { Bulletin } from '../../../contract/bulletin.ts'
import { severities } from '../../../contract/vocabulary.ts'
import { exploitChange } from './exploit.ts'
import { broughtOutAnew } from './re-released.ts'
import { valueChange, type FindChanges, type FoundChange } from './finding.ts'
import { saysTheSame } from './meaning.ts'

/** A severity as a number that grows with it; unrated is the least. */
const weight = ({ severity }: Bulletin) => (severity === null ? 0 : severities.length + 1 - severity)

export const severity: FindChanges = (before, after) =>
  valueChange(
    weight(after) > weight(before) ? 'severity-up' : 'severity-down',
    String(before.severity ?? 'unrated'),
    String(after.severity ?? 'unrated'),
  )

/** That its publisher has brought it out anew. A CSAF document counts every version, and says nothing by it. */
export const reReleased: FindChanges = (before, after) =>
  [before, after].every(({ source: { kind } }) => kind === 'microsoft-bulletin' || kind === 'hotfix-report')
    ? broughtOutAnew(before.revision, after.revision)
    : []

/** Another level, or who judged it so. */
export const urgency: FindChanges = ({ urgency: before }, { urgency: after }) => {
  if (before.level !== after.level) return [{ kind: 'urgency', from: before.level, to: after.level }]
  if (before.basis !== after.basis) return [{ kind: 'urgency' }]
  return after.basis === 'rule' || saysTheSame(before.why, after.why) ? [] : [{ kind: 'text' }]
}

/** What the bulletin as a whole says, where no single vulnerability tells it; those that make it worse are named. */
export const overall: FindChanges = (before, after) => {
  const attacked = after.vulnerabilities.filter(({ exploit }) => exploit === after.exploit)
  const disclosed = after.vulnerabilities.filter(({ disclosure }) => disclosure === after.disclosure)
  const naming = (finding: FoundChange, worst: Bulletin['vulnerabilities']): FoundChange[] =>
    worst.length > 0 ? worst.map(({ id: of }) => ({ ...finding, of })) : [finding]
  return [
    ...exploitChange(before.exploit, after.exploit).flatMap((found) =>
      naming(found, found.kind === 'exploit-up' ? attacked : []),
    ),
    ...valueChange('disclosure', before.disclosure, after.disclosure).flatMap((found) =>
      naming(found, after.disclosure === 'public' ? disclosed : []),
    ),
    ...valueChange('impact', before.impact ?? undefined, after.impact ?? undefined),
  ]
}

/** What follows from facts that are told themselves, so that it is told only where none of them is. */
export function followingFromFacts(before: Bulletin, after: Bulletin): FoundChange[] {
  const isTitledAnew = after.source.kind === 'msrc-cvrf' && !saysTheSame(before.title, after.title)
  const isReasonedAnew = after.urgency.basis === 'rule' && !saysTheSame(before.urgency.why, after.urgency.why)
  const isOther = (['kind', 'document', 'namespace', 'trackingId'] as const).some(
    (field) => before.source[field] !== after.source[field],
  )
  return [
    ...(isTitledAnew || isReasonedAnew ? [{ kind: 'text' as const }] : []),
    ...(isOther ? [{ kind: 'details' as const, of: 'source' }] : []),
  ]
}
