/** Where a release is among the months of its publisher. */
import type { Overview } from '../../contract/overview.ts'
import type { Release } from '../../contract/releases.ts'
import { addDays, daysBetween } from '../due/days.ts'
import { monthAfter, nextPatchTuesday } from '../releases/patch-tuesday.ts'
import { keyOfMonth } from './figures.ts'

/** Months of the strip. */
const monthCount = 24

/** The releases of the same publisher, the newest first as they are given. */
const ofSamePublisher = (release: Release, known: readonly Release[]): Release[] =>
  known.filter((other) => other.key === keyOfMonth(release, other.month))

export function releaseHead(
  release: Release,
  known: readonly Release[],
  today: string,
): NonNullable<Overview['release']> {
  const own = ofSamePublisher(release, known)
  const at = own.findIndex(({ key }) => key === release.key)
  const began = release.patchTuesday ?? release.publishedOn
  const next = nextPatchTuesday(release.patchTuesday === today ? addDays(today, 1) : today)
  return {
    ...release,
    query: { release: release.key },
    daysSince: daysBetween(began, today),
    previous: own[at + 1]?.key ?? null,
    following: own[at - 1]?.key ?? null,
    nextPatchTuesday: { on: next, daysLeft: daysBetween(today, next) },
  }
}

/** 24 months of the same publisher up to its newest one; up to the release itself where that is older than these. */
export function monthsAround(release: Release, known: readonly Release[]): Overview['months'] {
  const byMonth = new Map(ofSamePublisher(release, known).map((each) => [each.month, each]))
  const newest = [...byMonth.keys()].toSorted().at(-1) ?? release.month
  const last = monthAfter(newest, 1 - monthCount) <= release.month ? newest : release.month
  return Array.from({ length: monthCount }, (_, at) => {
    const month = monthAfter(last, at + 1 - monthCount)
    const found = byMonth.get(month)
    return {
      month,
      key: found?.key ?? null,
      severities: found?.severities ?? null,
      isOutOfBand: found !== undefined && found.outOfBand.length > 0,
    }
  })
}
