/** What is changed of the vulnerabilities of a bulletin: a row for each field of one. */
import type { Bulletin, Vulnerability } from '../../../contract/bulletin.ts'
import type { ChangeKind } from '../../../contract/changes.ts'
import { valueChange, onAll, type FindChanges, type FoundChange } from './finding.ts'
import { differingPairs, saysTheSame } from './meaning.ts'
import { rerated } from './ratings.ts'
import { rescored } from './scores.ts'
import { exploited } from './exploit.ts'
import { broughtOutAnew } from './re-released.ts'
import { oncePerPair, sharedBetween } from './shared.ts'
import { singleRatings } from '../../bulletin/ratings.ts'

type Field = keyof Required<Vulnerability>
type Rule = FindChanges<Vulnerability>

const differing =
  (kind: ChangeKind, field: Field): Rule =>
  (before, after) =>
    saysTheSame(before[field], after[field]) ? [] : [{ kind }]

const detail =
  (field: Field): Rule =>
  (before, after) =>
    saysTheSame(before[field], after[field]) ? [] : [{ kind: 'details', of: field }]

function newlyAssessed({ exploitability: before = {} }: Vulnerability, { exploitability: after = {} }: Vulnerability) {
  for (const field of ['latest', 'older', 'denialOfService'] as const) {
    const found = valueChange('exploitability', before[field], after[field])
    if (found.length > 0) return found
  }
  return []
}

/** By what kind a change of each field is told. */
const fields: Record<Field, Rule> = {
  // Vulnerabilities are paired by it.
  id: () => [],
  cve: detail('cve'),
  title: differing('text', 'title'),
  revision: (before, after) => broughtOutAnew(before.revision, after.revision),
  impact: (before, after) => valueChange('impact', before.impact ?? undefined, after.impact ?? undefined),
  disclosure: (before, after) => valueChange('disclosure', before.disclosure, after.disclosure),
  exploit: exploited,
  summary: differing('text', 'summary'),
  mitigations: differing('text', 'mitigations'),
  cvss: rescored,
  // Told with the score that counts.
  scores: () => [],
  cwes: detail('cwes'),
  component: detail('component'),
  exploitability: newlyAssessed,
  // Told with the exploit.
  knownExploited: () => [],
  customerAction: (before, after) => valueChange('customer-action', before.customerAction, after.customerAction),
  faq: differing('text', 'faq'),
  acknowledgements: differing('text', 'acknowledgements'),
  notes: differing('text', 'notes'),
  references: differing('link', 'references'),
  ratings: oncePerPair(
    (before, after) =>
      onAll(rerated('vulnerability-rerated', singleRatings(before.ratings), singleRatings(after.ratings))),
    ({ ratings }) => [ratings],
  ),
}

/** What is changed of each vulnerability, and which have come and gone. */
export function changedVulnerabilities(before: Bulletin, after: Bulletin): FoundChange[] {
  const [olds, present] = sharedBetween(before.vulnerabilities, after.vulnerabilities)
  return differingPairs([...olds.keys()], [...present.keys()], ({ id }) => id).flatMap(([earlier, later]) => {
    const [old, now] = [earlier && olds.get(earlier), later && present.get(later)]
    if (!old) return now ? [{ kind: 'vulnerability-added' as const, of: now.id }] : []
    if (!now) return [{ kind: 'vulnerability-removed' as const, of: old.id }]
    const found = Object.values(fields).flatMap((compare) => compare(old, now))
    return found.map((finding) => ({ of: now.id, ...finding }))
  })
}
