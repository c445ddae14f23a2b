/** The releases that the rows of the index make. */
import type { Release, ReleaseList, SeverityCounts } from '../../contract/releases.ts'
import { readReleaseKey, type ReleaseKey } from '../../contract/release-key.ts'
import type { IndexRow } from '../../contract/summary.ts'
import { valueAt, type OpenTable, type ValueColumn } from '../table/open.ts'
import type { Notable } from '../vulnerability/notable.ts'
import { patchTuesdayOf } from './patch-tuesday.ts'

const noneOfAny = (): SeverityCounts => ({ 1: 0, 2: 0, 3: 0, 4: 0, unrated: 0 })

/** Newest month first; of one month, Microsoft's, then the others by name. */
const inOrder = (a: Release, b: Release): number =>
  a.month === b.month
    ? Number(a.patchTuesday === null) - Number(b.patchTuesday === null) || (a.key < b.key ? -1 : 1)
    : a.month < b.month
      ? 1
      : -1

type Row = Pick<IndexRow, 'kb' | 'publishedOn' | 'updatedOn' | 'severity' | 'publisher'> & { apart: readonly string[] }

const begun = (key: string, { publisher, month }: ReleaseKey, row: Row): Release => ({
  key,
  publisher: publisher === null ? 'Microsoft' : (row.publisher ?? publisher),
  month,
  patchTuesday: publisher === null ? patchTuesdayOf(month) : null,
  outOfBand: [],
  publishedOn: row.publishedOn,
  updatedOn: row.updatedOn,
  count: 0,
  severities: noneOfAny(),
})

function countIn(release: Release, { kb, publishedOn, updatedOn, severity, apart }: Row): void {
  const { month, patchTuesday, outOfBand } = release
  release.count++
  release.severities[severity ?? 'unrated']++
  if (publishedOn < release.publishedOn) release.publishedOn = publishedOn
  if (updatedOn > release.updatedOn) release.updatedOn = updatedOn
  // What a later month lists again has the day of its own month. Programs without a KB come out on any day.
  const days = patchTuesday === null || kb.length === 0 ? [] : apart.length > 0 ? apart : [publishedOn]
  for (const day of days)
    if (day !== patchTuesday && day.startsWith(month) && !outOfBand.includes(day)) outOfBand.push(day)
}

/** The value of a row. Where no row has one there is no column. */
const whereGiven = <T>(column: ValueColumn<T> | undefined, at: number): T | undefined =>
  column === undefined ? undefined : valueAt(column, at)

/** All releases of an index, and which is the newest. `notable`: the days of KBs that came out apart from their month, by id. */
export function releasesIn(
  { rows, columns }: OpenTable<IndexRow>,
  notable: ReadonlyMap<string, Pick<Notable, 'apart'>> = new Map(),
): ReleaseList {
  const byKey = new Map<string, Release>()
  let unreleased = 0
  for (let at = 0; at < rows; at++) {
    const keys = valueAt(columns.releases, at) ?? []
    if (keys.length === 0) unreleased++
    for (const key of keys) {
      const read = readReleaseKey(key)
      if (read === null) continue
      const row = {
        kb: valueAt(columns.kb, at) ?? [],
        publishedOn: valueAt(columns.publishedOn, at) ?? '',
        updatedOn: valueAt(columns.updatedOn, at) ?? '',
        severity: valueAt(columns.severity, at) ?? null,
        publisher: whereGiven(columns.publisher, at),
        apart: notable.get(valueAt(columns.id, at) ?? '')?.apart ?? [],
      }
      const release = byKey.get(key) ?? begun(key, read, row)
      byKey.set(key, release)
      countIn(release, row)
    }
  }
  const releases = [...byKey.values()].toSorted(inOrder)
  for (const { outOfBand } of releases) outOfBand.sort()
  const newest = releases.find(({ patchTuesday }) => patchTuesday !== null) ?? releases[0]
  return { newest: newest?.key ?? null, releases, unreleased }
}
