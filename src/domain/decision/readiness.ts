/** Whether a fix is ready to be deployed: each aspect with its reason, and what they come to. The rule is in docs/readiness.md. */
import type { KnownIssue, SupportPage } from '../../contract/bulletin.ts'
import type { BulletinFix } from '../../contract/fixes.ts'
import type { Judged } from '../../contract/history.ts'
import type { Assessment } from '../../contract/lab.ts'
import type { SupportState } from '../../contract/lifecycle.ts'
import type { Platform, PlatformId } from '../../contract/platform.ts'
import type { Outcome, UrgencyLevel } from '../../contract/words.ts'
import type { CoverageCount } from '../fleet/coverage.ts'
import { isWithin } from '../platforms/platforms.ts'
import { isAffected } from '../bulletin/severity.ts'
import { isUnread, openIn } from '../lab/issues.ts'
import { countOutcomes } from '../lab/outcome.ts'

export type Aspect =
  | { of: 'urgency'; assessment: Assessment; level: UrgencyLevel }
  /** On how many OS editions each outcome was seen. */
  | { of: 'lab'; assessment: Assessment; editions: Partial<Record<Outcome, number>> }
  /**
   * Known issues that are open: how many are described, for how many of these nothing helps, how many are on other
   * platforms than ours, and those to be read yet. `pages`: what support pages answer.
   */
  | {
      of: 'known-issues'
      assessment: Assessment
      described: number
      withoutWorkaround: number
      elsewhere: number
      unread: KnownIssue[]
      pages: readonly SupportPage[]
    }
  /**
   * Of the affected platforms (`concerned`: how many) those whose support has ended, those that are supported for who pays
   * or in some editions only (`limited`), those for which nothing is offered, and those of which the end of support is not known.
   */
  | {
      of: 'support'
      assessment: Assessment
      concerned: number
      ended: PlatformId[]
      limited: PlatformId[]
      withoutFix: PlatformId[]
      undated: PlatformId[]
    }
  /** On how many platforms of ours it is to be installed or an alternative, and in which newer fixes it is elsewhere. */
  | {
      of: 'installation'
      assessment: Assessment
      install: number
      alternative: number
      contained: number
      in: string[]
    }
  /** How many of the affected machines have the fix; null where not counted. */
  | { of: 'coverage'; assessment: Assessment; counted: CoverageCount | null }

export type Readiness = { overall: Assessment; aspects: Aspect[] }

type Facts = {
  /** With what the lab has recorded. */
  bulletin: Judged
  platforms: readonly Pick<Platform, 'id' | 'supportEndsOn'>[]
  /** Platforms of which there are machines, a family for any of its versions; null where the fleet is unknown: then all count. */
  own: readonly PlatformId[] | null
  coverage: CoverageCount | null
  /** How supported platforms are today, as far as that is known otherwise than by `supportEndsOn`. */
  support?: ReadonlyMap<PlatformId, SupportState> | undefined
  /** What it is on our platforms; absent where that is not known, or there are none of it. */
  fixes?: readonly Pick<BulletinFix, 'state' | 'install'>[] | undefined
  /** ISO 8601. */
  today: string
}

/** Soon enough to be deployed at once, or not; of something unrated this is unknown. */
const byUrgency: Record<UrgencyLevel, Assessment> = {
  immediate: 'go',
  early: 'go',
  wait: 'caution',
  unrated: 'unknown',
}

function labAspect({ tests }: Facts['bulletin']): Aspect {
  const editions = countOutcomes(tests)
  const { failed = 0, passed = 0 } = editions
  const issues = editions['passed-with-issues'] ?? 0
  const assessment = failed > 0 ? 'no-go' : issues > 0 ? 'caution' : passed > 0 ? 'go' : 'unknown'
  return { of: 'lab', assessment, editions }
}

/** Whether something that is said of platforms concerns any of ours; without platforms it is said of all. */
const isOnOurs = (platforms: readonly PlatformId[], own: Facts['own']): boolean =>
  own === null ||
  platforms.length === 0 ||
  platforms.some((platform) => own.some((id) => isWithin(id, platform) || isWithin(platform, id)))

/**
 * That no issue is on file speaks for the fix only where the lab has looked, where there was one that is none any more, or
 * where the publisher's page was read.
 */
function issuesAspect({ bulletin: { tests, knownIssues, supportPages = [] }, own }: Facts): Aspect {
  const open = openIn(knownIssues)
  const ours = open.filter(({ platforms }) => isOnOurs(platforms, own))
  const unread = ours.filter(isUnread)
  const described = ours.length - unread.length
  const withoutWorkaround = ours.filter((issue) => issue.workaround === undefined && !isUnread(issue)).length
  const isLookedAt =
    knownIssues.length > 0 ||
    supportPages.some(({ answer }) => answer !== 'unreadable') ||
    tests.some(({ outcome }) => outcome !== 'unrecorded')
  const isUnknown = unread.length > 0 || !isLookedAt
  const assessment = withoutWorkaround > 0 ? 'no-go' : isUnknown ? 'unknown' : described > 0 ? 'caution' : 'go'
  const elsewhere = open.length - ours.length
  return { of: 'known-issues', assessment, described, withoutWorkaround, elsewhere, unread, pages: supportPages }
}

function supportAspect({ bulletin, platforms, own, support, today }: Facts): Aspect {
  const concerned = bulletin.platforms.filter(({ platform, rating }) => isAffected(rating) && isOnOurs([platform], own))
  const named = (given: typeof concerned) => given.map(({ platform }) => platform)
  const ends = new Map(platforms.map(({ id, supportEndsOn }) => [id, supportEndsOn]))
  const stateOf = (platform: PlatformId): SupportState => {
    const end = ends.get(platform) ?? null
    return support?.get(platform) ?? (end === null ? 'unknown' : end < today ? 'ended' : 'supported')
  }
  const fixed = concerned.filter(({ rating }) => rating !== 'no-fix')
  const withoutFix = named(concerned.filter(({ rating }) => rating === 'no-fix'))
  const inState = (...states: SupportState[]) =>
    named(fixed.filter(({ platform }) => states.includes(stateOf(platform))))
  const [ended, limited, undated] = [inState('ended'), inState('esu', 'partly'), inState('unknown')]
  const isUnknown = undated.length > 0 || concerned.length === 0
  const assessment = ended.length + limited.length + withoutFix.length > 0 ? 'caution' : isUnknown ? 'unknown' : 'go'
  return { of: 'support', assessment, concerned: concerned.length, ended, limited, withoutFix, undated }
}

/** What a newer fix contains on all our platforms is nothing to deploy any more. */
function installationAspects({ fixes = [] }: Facts): Aspect[] {
  if (fixes.length === 0) return []
  const count = (state: BulletinFix['state']) => fixes.filter((fix) => fix.state === state).length
  const [install, alternative, contained] = [count('install'), count('alternative'), count('contained')]
  const newer = fixes.flatMap((fix) => (fix.state === 'contained' ? fix.install : []))
  const assessment = install + alternative > 0 ? 'go' : 'caution'
  return [
    {
      of: 'installation',
      assessment,
      install,
      alternative,
      contained,
      in: [...new Set(newer)],
    },
  ]
}

const weight: readonly Assessment[] = ['no-go', 'unknown', 'caution', 'go']

/** What an aspect counts as in the whole: of most platforms no end of support is on file, and that asks for caution only. */
const countsAs = ({ of, assessment }: Aspect): Assessment =>
  of === 'support' && assessment === 'unknown' ? 'caution' : assessment

/**
 * What speaks for deploying a fix and what against it. The worst aspect decides, where one that was not looked at is
 * worse than a caution; coverage tells how far it is, and decides nothing.
 */
export function readinessOf(facts: Facts): Readiness {
  const { bulletin, coverage } = facts
  const { level } = bulletin.urgency
  const aspects: Aspect[] = [
    { of: 'urgency', assessment: byUrgency[level], level },
    labAspect(bulletin),
    issuesAspect(facts),
    supportAspect(facts),
    ...installationAspects(facts),
  ]
  const overall = weight.find((each) => aspects.some((aspect) => countsAs(aspect) === each)) ?? 'unknown'
  const isDone = coverage !== null && coverage.applied >= coverage.atMost
  return {
    overall,
    aspects: [
      ...aspects,
      { of: 'coverage', assessment: coverage === null ? 'unknown' : isDone ? 'go' : 'caution', counted: coverage },
    ],
  }
}
