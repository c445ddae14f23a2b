/** What a new revision changes, in the words by which people decide whether to look again. */
import type { Bulletin } from '../../contract/bulletin.ts'
import type { Change } from '../../contract/changes.ts'
import { exploits, severities } from '../../contract/words.ts'

const added = (before: readonly string[], after: readonly string[]) => [...new Set(after).difference(new Set(before))]

const packageKeys = ({ packages }: Bulletin) =>
  packages.map(({ name, url, version, fixedBuild }) => [name, url, version, fixedBuild].filter(Boolean).join(' '))

/** A severity as a number that grows with it; none is the least. */
const weight = ({ severity }: Bulletin) => (severity === null ? 0 : severities.length + 1 - severity)

/** Without what changes with every revision. */
const facts = (bulletin: Bulletin) => JSON.stringify({ ...bulletin, revision: null, revisions: null, updatedOn: null })

const change = (kind: Change['kind']): Change => ({ kind, of: [] })

/** The changes from one revision to the next; `before` is null for a bulletin that is new. None where nothing but its dates differ. */
export function changesBetween(before: Bulletin | null, after: Bulletin): Change[] {
  if (before === null) return [{ kind: 'new', of: [] }]
  const ids = {
    platforms: ({ platforms }: Bulletin) =>
      platforms.filter(({ rating }) => rating !== 'none').map(({ platform }) => platform),
    issues: ({ knownIssues }: Bulletin) => knownIssues.map(({ id }) => id),
    flaws: ({ vulnerabilities }: Bulletin) => vulnerabilities.map(({ id }) => id),
  }
  const isWorseExploited = exploits.indexOf(after.exploit) < exploits.indexOf(before.exploit)
  const lists: [Change['kind'], string[]][] = [
    ['package-replaced', added(packageKeys(before), packageKeys(after))],
    ['platform-added', added(ids.platforms(before), ids.platforms(after))],
    ['platform-removed', added(ids.platforms(after), ids.platforms(before))],
    ['known-issue-added', added(ids.issues(before), ids.issues(after))],
    ['vulnerability-added', added(ids.flaws(before), ids.flaws(after))],
    ['vulnerability-removed', added(ids.flaws(after), ids.flaws(before))],
  ]
  const changes: Change[] = [
    ...(isWorseExploited ? [change('exploit-up')] : []),
    ...(weight(after) > weight(before) ? [change('severity-up')] : []),
    ...(weight(after) < weight(before) ? [change('severity-down')] : []),
    ...lists.flatMap(([kind, of]) => (of.length > 0 ? [{ kind, of }] : [])),
  ]
  if (changes.length > 0) return changes
  return facts(before) === facts(after) ? [] : [{ kind: 'text', of: [] }]
}
