import type { Bulletin } from '../../contract/bulletin.ts'
import type { IndexRow } from '../../contract/summary.ts'
import { openIn } from '../lab/issues.ts'
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

/** The row of the summary index for a bulletin. */
export function summarise(bulletin: Bulletin): IndexRow {
  const tests: IndexRow['tests'] = {}
  const { status, tlp } = bulletin.source
  for (const { outcome } of bulletin.tests) tests[outcome] = (tests[outcome] ?? 0) + 1
  return {
    ...(Object.fromEntries(summarised.map((key) => [key, bulletin[key]])) as Pick<
      Bulletin,
      (typeof summarised)[number]
    >),
    vulnerabilities: bulletin.vulnerabilities.map(({ id, cve, title, ratings }) => ({
      id,
      cve,
      title,
      severity: worstSeverity(ratings.map(({ rating }) => rating)),
    })),
    platforms: bulletin.platforms.map(({ platform, rating, status }) => ({
      platform,
      rating,
      ...((rating === 'none' || status === 'under-investigation') && status && { status }),
    })),
    tests,
    knownIssues: openIn(bulletin.knownIssues).length,
    ...(status !== undefined && { status }),
    ...(tlp !== undefined && { tlp }),
  }
}
