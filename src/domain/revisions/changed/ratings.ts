/** How bad something is on which platforms, and what is changed of that. */
import type { VulnerabilityRating } from '../../../contract/bulletin.ts'
import { valueChange, type FoundChange } from './finding.ts'
import type { ChangeKind } from '../../../contract/changes.ts'

/** Rating, status and reason, as far as they are given, with spaces between. */
const codeOf = ({ rating, status, reason }: VulnerabilityRating): string =>
  [rating, status, reason].filter((word) => word !== undefined).join(' ')

/** Of a platform that is listed more than once all that is said of it. */
function codesOf(ratings: readonly VulnerabilityRating[]): ReadonlyMap<string, string> {
  const byPlatform = Map.groupBy(ratings, ({ platform }) => platform)
  return new Map([...byPlatform].map(([id, same]) => [id, [...new Set(same.map(codeOf))].toSorted().join(' ')]))
}

/** What each platform was rated and is rated now, where that differs. */
export function rerated(
  kind: ChangeKind,
  before: readonly VulnerabilityRating[],
  after: readonly VulnerabilityRating[],
): (FoundChange & { platform: string })[] {
  const [old, now] = [codesOf(before), codesOf(after)]
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((platform) =>
    valueChange(kind, old.get(platform), now.get(platform)).map((finding) => ({ ...finding, platform })),
  )
}
