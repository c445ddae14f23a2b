import type { Bulletin } from '../../contract/bulletin.ts'
import type { CatalogueSignals, RowSignals } from '../../contract/signals.ts'
import type { IndexRow } from '../../contract/summary.ts'
import { exploitabilities } from '../../contract/vocabulary.ts'
import { isUnread, openIn } from '../lab/issues.ts'
import { apartDays } from '../releases/apart.ts'
import { releasesOf } from '../releases/membership.ts'
import { omitting } from '../revisions/changed/meaning.ts'
import { reachOf } from '../vulnerability/reach.ts'
import { rowSignals, type BulletinSignals, type FlawSignals } from '../vulnerability/row-signals.ts'
import { foremost } from './assemble.ts'
import { publisherOf } from './publisher.ts'
import { worstSeverity } from './severity.ts'

const summarised = [
  'id',
  'kb',
  'title',
  'publishedOn',
  'updatedOn',
  'revision',
  'severity',
  'impact',
  'urgency',
  'exploit',
  'disclosure',
  'restart',
  'uninstall',
  'environments',
  'supersedes',
  'rollout',
] as const satisfies readonly (keyof Bulletin & keyof IndexRow)[]

/** What is kept of a bulletin for the summary index: its row without what catalogues say, and what that is joined with. */
export type StoredSummary = Omit<IndexRow, keyof RowSignals | 'vulnerabilities'> &
  Omit<BulletinSignals, 'vulnerabilities'> & {
    /** The days on which it came out apart from its month; absent where it did not. */
    apart?: string[]
    vulnerabilities: (IndexRow['vulnerabilities'][number] & FlawSignals & Notability)[]
  }

/** Whether a vulnerability is exploited or public; absent where it is not. */
const notability = ({ exploit, disclosure }: Pick<Bulletin['vulnerabilities'][number], 'exploit' | 'disclosure'>) => ({
  ...(exploit === 'exploited' && { isExploited: true as const }),
  ...(disclosure === 'public' && { isPublic: true as const }),
})

/** What the row of a vulnerability keeps of it beside its signals. */
type Notability = { isExploited?: true; isPublic?: true }

function flawSignals({ cvss, exploitability, cwes, component }: Bulletin['vulnerabilities'][number]) {
  const likely = foremost(exploitabilities, [exploitability?.latest ?? null, exploitability?.older ?? null])
  return {
    ...(cvss !== undefined && { cvss: cvss.score, reach: reachOf(cvss.vector) }),
    ...(likely !== null && { exploitability: likely }),
    ...(cwes !== undefined && { cwes: cwes.map(({ id }) => id) }),
    ...(component !== undefined && { component }),
  }
}

/**
 * Whether the publisher itself says that a vulnerability is exploited. What a catalogue has raised may be all that a
 * document in our own shape tells; there the publisher's assessment decides.
 */
const isExploited = ({ exploit, vulnerabilities }: Bulletin): boolean =>
  vulnerabilities.some(
    (flaw) =>
      flaw.exploitability?.latest === 'detected' ||
      flaw.exploitability?.older === 'detected' ||
      (flaw.exploit === 'exploited' && flaw.knownExploited === undefined),
  ) ||
  (exploit === 'exploited' && vulnerabilities.every((flaw) => flaw.exploit !== 'exploited'))

/** How many known issues are open, without the pages about them that nobody has read, and of these how many there are. */
export function issueCounts(issues: Bulletin['knownIssues']): Pick<IndexRow, 'knownIssues' | 'unreadIssues'> {
  const open = openIn(issues)
  const unread = open.filter(isUnread).length
  return { knownIssues: open.length - unread, ...(unread > 0 && { unreadIssues: unread }) }
}

/** What the index keeps of a bulletin. `said`: the same as its documents alone say it, without any catalogue. */
export function storedSummary(bulletin: Bulletin, said: Bulletin = bulletin): StoredSummary {
  const tests: IndexRow['tests'] = {}
  const { status, tlp } = bulletin.source
  const publisher = publisherOf(bulletin)
  const apart = apartDays(bulletin)
  for (const { outcome } of bulletin.tests) tests[outcome] = (tests[outcome] ?? 0) + 1
  return {
    ...(Object.fromEntries(summarised.map((key) => [key, bulletin[key]])) as Pick<
      Bulletin,
      (typeof summarised)[number]
    >),
    vulnerabilities: bulletin.vulnerabilities.map((flaw) => ({
      id: flaw.id,
      cve: flaw.cve,
      title: flaw.title,
      severity: worstSeverity(flaw.ratings.map(({ rating }) => rating)),
      ...flawSignals(flaw),
      ...notability(flaw),
    })),
    platforms: bulletin.platforms.map(({ platform, rating, status }) => ({
      platform,
      rating,
      ...((rating === 'none' || status === 'under-investigation') && status && { status }),
    })),
    tests,
    ...issueCounts(bulletin.knownIssues),
    ...(status !== undefined && { status }),
    ...(tlp !== undefined && { tlp }),
    releases: releasesOf(bulletin),
    ...(apart.length > 0 && { apart }),
    ...(isExploited(said) && { isExploited: true }),
    ...(publisher !== null && { publisher }),
  }
}

/** The row of the summary index, with what the catalogues say of its vulnerabilities. */
export function indexRow(stored: StoredSummary, signals: ReadonlyMap<string, CatalogueSignals>): IndexRow {
  return {
    ...omitting(stored, 'apart', 'isExploited', 'publisher', 'vulnerabilities'),
    vulnerabilities: stored.vulnerabilities.map(({ id, cve, title, severity }) => ({ id, cve, title, severity })),
    ...rowSignals(stored, signals),
  }
}

/**
 * The row of the summary index where no catalogue is on file.
 *
 * @internal
 */
export const summarise = (bulletin: Bulletin): IndexRow => indexRow(storedSummary(bulletin), new Map())
