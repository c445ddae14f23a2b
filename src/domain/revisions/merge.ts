/** One bulletin from what several documents say of it: a KB number may stand in more than one month. */
import type { Bulletin, Vulnerability } from '../../contract/bulletin.ts'
import { disclosures, environments, exploits, impacts, restarts } from '../../contract/words.ts'
import { worstRating, worstSeverity } from '../severity.ts'
import { deriveUrgency } from '../urgency.ts'

const foremost = <T>(order: readonly T[], given: readonly (T | null)[]): T | null =>
  order.find((word) => given.includes(word)) ?? null

/** All items of the lists, each once by its key; of equal keys the last counts, in the place of the first. */
function united<T>(lists: readonly (readonly T[])[], key: (item: T) => unknown): T[] {
  const items = new Map<string, T>()
  for (const item of lists.flat()) items.set(JSON.stringify(key(item)), item)
  return [...items.values()]
}

const itself = <T>(item: T) => item

/** The newer word on a vulnerability, with the platforms of both. */
const mergedVulnerability = (older: Vulnerability, newer: Vulnerability): Vulnerability => ({
  ...newer,
  ratings: united([older.ratings, newer.ratings], ({ platform }) => platform),
})

function vulnerabilitiesOf(parts: readonly Bulletin[]): Vulnerability[] {
  const merged = new Map<string, Vulnerability>()
  for (const each of parts.flatMap(({ vulnerabilities }) => vulnerabilities)) {
    const older = merged.get(each.id)
    merged.set(each.id, older === undefined ? each : mergedVulnerability(older, each))
  }
  return [...merged.values()]
}

const before = (a: Bulletin, b: Bulletin) =>
  a.updatedOn === b.updatedOn ? (a.source.document < b.source.document ? -1 : 1) : a.updatedOn < b.updatedOn ? -1 : 1

/** The names of the documents that a bulletin comes from. */
const documentsOf = ({ source }: Bulletin) => source.document.split(', ')

/**
 * The parts as one bulletin: the newest counts where they differ, lists are united, and what follows from them is
 * derived again. One part alone is the bulletin itself.
 *
 * @throws RangeError without any part
 */
export function mergeParts(given: readonly Bulletin[]): Bulletin {
  const parts = given.toSorted(before)
  const [oldest, newest] = [parts[0], parts.at(-1)]
  if (oldest === undefined || newest === undefined) throw new RangeError('parts: none given')
  if (parts.length === 1) return newest
  const lists = <K extends keyof Bulletin>(field: K) => parts.map((part) => part[field])
  const vulnerabilities = vulnerabilitiesOf(parts)
  const stated = united(lists('platforms'), ({ platform }) => platform)
  const ratings = Map.groupBy(
    vulnerabilities.flatMap((each) => each.ratings),
    ({ platform }) => platform,
  )
  const platforms = stated.map((each) => ({
    ...each,
    rating: worstRating(ratings.get(each.platform)?.map(({ rating }) => rating) ?? [each.rating]),
  }))
  const severity = worstSeverity(platforms.map(({ rating }) => rating))
  const exploit = foremost(exploits, lists('exploit')) ?? newest.exploit
  const disclosure = foremost(disclosures, lists('disclosure')) ?? newest.disclosure
  const isStated = newest.urgency.basis === 'stated'
  const alternatives = united(
    parts.map((part) => part.alternatives ?? []),
    itself,
  )
  return {
    ...newest,
    kb: united(lists('kb'), itself),
    title: oldest.title,
    publishedOn: lists('publishedOn').toSorted()[0] ?? newest.publishedOn,
    revisions: united(lists('revisions'), ({ number }) => number).toSorted((a, b) =>
      a.on === b.on ? 0 : a.on < b.on ? -1 : 1,
    ),
    severity,
    impact: foremost(impacts, lists('impact')),
    urgency: isStated ? newest.urgency : deriveUrgency({ severity, exploit, disclosure }),
    exploit,
    disclosure,
    restart: foremost(restarts, lists('restart')) ?? newest.restart,
    environments: environments.filter((word) => parts.some((part) => part.environments.includes(word))),
    supersedes: united(lists('supersedes'), itself),
    vulnerabilities,
    platforms,
    packages: united(lists('packages'), itself),
    ...(alternatives.length > 0 && { alternatives }),
    tests: united(lists('tests'), itself),
    knownIssues: united(lists('knownIssues'), ({ id, references }) => [id, references.map(({ url }) => url)]),
    lifecycle: united(lists('lifecycle'), itself),
    detection: united(lists('detection'), itself),
    verification: united(lists('verification'), itself),
    rollout: united(lists('rollout'), itself),
    consoles: united(lists('consoles'), itself),
    references: united(lists('references'), ({ url }) => url),
    source: { ...newest.source, document: [...new Set(parts.flatMap(documentsOf))].toSorted().join(', ') },
  }
}
