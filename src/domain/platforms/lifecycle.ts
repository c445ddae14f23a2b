/** How supported a platform is on a day, from its ends of support. Days are ISO 8601 and compared as text. */
import type { PlatformLifecycle, SupportEdition, SupportState, SupportTerm } from '../../contract/lifecycle.ts'
import type { PlatformId } from '../../contract/platform.ts'
import { isWithin } from './platforms.ts'

type TermState = Exclude<SupportState, 'partly' | 'unknown'>

/** How supported a version is on a day: the last day of support is still one. */
function termState({ until, paidUntil }: SupportTerm, today: string): TermState {
  if (until === 'open' || (until !== 'ended' && today <= until)) return 'supported'
  return paidUntil !== undefined && today <= paidUntil ? 'esu' : 'ended'
}

/** The same of several editions at once; `unknown` without any. */
export function supportState(terms: readonly SupportTerm[], today: string): SupportState {
  const states = new Set(terms.map((term) => termState(term, today)))
  const [only] = states
  return states.size > 1 ? 'partly' : (only ?? 'unknown')
}

/** The edition that the name of an OS edition means; null where it tells none: "Windows 11 Enterprise LTSC". */
export function editionIn(name: string): SupportEdition | null {
  const isLong = /\bLTS[BC]\b/i.test(name)
  if (/\bIoT\b/i.test(name)) return isLong ? 'iot-ltsc' : 'iot'
  if (isLong) return 'ltsc'
  if (/\b(?:Enterprise|Education)\b/i.test(name)) return 'enterprise'
  return /\b(?:Home|Pro|Professional)\b/i.test(name) ? 'home-pro' : null
}

/** The terms of an edition: all of them where its name tells none, or where no edition is told apart. */
export function termsFor(terms: readonly SupportTerm[], edition: string | null): readonly SupportTerm[] {
  const wanted = edition === null ? null : editionIn(edition)
  const own = terms.filter((term) => term.edition === undefined || term.edition === wanted)
  return wanted === null || own.length === 0 ? terms : own
}

/** The days on which support ends, the first and the last; `null` for one that is open, or of which the day is not known. */
export function endDays(terms: readonly SupportTerm[]): { first: string | null; last: string | null } {
  const days = terms.map(({ until }) => (until === 'open' || until === 'ended' ? null : until))
  const known = days.filter((day) => day !== null).toSorted()
  return { first: known[0] ?? null, last: days.includes(null) ? null : (known.at(-1) ?? null) }
}

/**
 * What is known of a platform, or of all below it where that is the same: of a version without its machines it is, of a
 * family of several versions it is not. Null where it is not known.
 */
export function lifecycleAmong(known: readonly PlatformLifecycle[], id: PlatformId): PlatformLifecycle | null {
  const own = known.find(({ platform }) => platform === id)
  if (own !== undefined) return own
  const [first, ...others] = known.filter(({ platform }) => isWithin(platform, id))
  if (first === undefined) return null
  const terms = JSON.stringify(first.terms)
  return others.every((each) => JSON.stringify(each.terms) === terms) ? first : null
}
