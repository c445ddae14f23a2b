/** Whether a fix is ready to be deployed: each aspect with its reason, and what they come to. The rule is in docs/readiness.md. */
import type { Judged } from '../../contract/history.ts'
import type { Assessment } from '../../contract/lab.ts'
import type { Platform, PlatformId } from '../../contract/platform.ts'
import type { Outcome, UrgencyLevel } from '../../contract/words.ts'
import type { CoverageCount } from '../fleet/coverage.ts'
import { isWithin } from '../platforms.ts'
import { isAffected } from '../severity.ts'
import { openIn } from './issues.ts'
import { countOutcomes } from './outcome.ts'

export type Aspect =
  | { of: 'urgency'; assessment: Assessment; level: UrgencyLevel }
  /** On how many OS editions each outcome was seen. */
  | { of: 'lab'; assessment: Assessment; editions: Partial<Record<Outcome, number>> }
  /** How many known issues are open, and for how many of them nothing helps. */
  | { of: 'known-issues'; assessment: Assessment; open: number; withoutWorkaround: number }
  /** Affected platforms whose support has ended, or for which nothing is offered. */
  | { of: 'support'; assessment: Assessment; ended: PlatformId[]; withoutFix: PlatformId[] }
  /** How many of the affected machines have the fix; null where nobody has counted. */
  | { of: 'coverage'; assessment: Assessment; counted: CoverageCount | null }

export type Readiness = { overall: Assessment; aspects: Aspect[] }

type Facts = {
  /** With what the lab has recorded. */
  bulletin: Judged
  platforms: readonly Pick<Platform, 'id' | 'supportEndsOn'>[]
  /** Platforms of which there are machines, a family for any of its versions; null where nobody has said: then all count. */
  own: readonly PlatformId[] | null
  coverage: CoverageCount | null
  /** ISO 8601. */
  today: string
}

function labAspect({ tests }: Facts['bulletin']): Aspect {
  const editions = countOutcomes(tests)
  const { failed = 0, passed = 0 } = editions
  const issues = editions['passed-with-issues'] ?? 0
  const assessment = failed > 0 ? 'no-go' : issues > 0 ? 'caution' : passed > 0 ? 'go' : 'unknown'
  return { of: 'lab', assessment, editions }
}

function issuesAspect({ knownIssues }: Facts['bulletin']): Aspect {
  const open = openIn(knownIssues)
  const withoutWorkaround = open.filter(({ workaround }) => workaround === undefined).length
  const assessment = withoutWorkaround > 0 ? 'no-go' : open.length > 0 ? 'caution' : 'go'
  return { of: 'known-issues', assessment, open: open.length, withoutWorkaround }
}

function supportAspect({ bulletin, platforms, own, today }: Facts): Aspect {
  const concerned = bulletin.platforms.filter(
    ({ platform }) => own === null || own.some((id) => isWithin(id, platform) || isWithin(platform, id)),
  )
  const endOf = new Map(platforms.map(({ id, supportEndsOn }) => [id, supportEndsOn]))
  const withoutFix = concerned.filter(({ rating }) => rating === 'no-fix').map(({ platform }) => platform)
  const ended = concerned
    .filter(
      ({ platform, rating }) => isAffected(rating) && rating !== 'no-fix' && (endOf.get(platform) ?? today) < today,
    )
    .map(({ platform }) => platform)
  return { of: 'support', assessment: ended.length + withoutFix.length > 0 ? 'caution' : 'go', ended, withoutFix }
}

const weight: readonly Assessment[] = ['no-go', 'unknown', 'caution', 'go']

/**
 * What speaks for deploying a fix and what against it. The worst aspect decides, where one that nobody has looked at is
 * worse than a caution; coverage tells how far it is, and decides nothing.
 */
export function readinessOf(facts: Facts): Readiness {
  const { bulletin, coverage } = facts
  const { level } = bulletin.urgency
  const aspects: Aspect[] = [
    { of: 'urgency', assessment: level === 'wait' ? 'caution' : 'go', level },
    labAspect(bulletin),
    issuesAspect(bulletin),
    supportAspect(facts),
  ]
  const overall = weight.find((each) => aspects.some(({ assessment }) => assessment === each)) ?? 'unknown'
  const isDone = coverage !== null && coverage.applied >= coverage.atMost
  return {
    overall,
    aspects: [
      ...aspects,
      { of: 'coverage', assessment: coverage === null ? 'unknown' : isDone ? 'go' : 'caution', counted: coverage },
    ],
  }
}
