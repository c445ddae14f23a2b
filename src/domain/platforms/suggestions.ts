/** Platforms that a text may mean while it is typed: what one would expect first comes first. */
import type { PlatformId } from '../../contract/platform.ts'
import { mayBeCalled, wordsOfName, type NamedPlatform } from './names.ts'
import { familyOf, lineageOf } from './platforms.ts'
import { isWindows, versionOfOwnName } from './windows.ts'
import { byId } from '../table/by-id.ts'

type Suggested = NamedPlatform & { vendor?: string | undefined }

/** When Windows of these names came out; others have the year in their name. */
const years: Record<string, number> = {
  'windows-11': 2021,
  'windows-10': 2015,
  'windows-8-1': 2013,
  'windows-rt-8-1': 2013,
  'windows-8': 2012,
  'windows-7': 2009,
  'windows-vista': 2006,
  'windows-xp': 2001,
}

/** A larger one came out later: the year of a family, as far as its name tells it. */
const yearOf = (id: PlatformId): number => years[familyOf(id)] ?? Number(/(?:19|20)\d\d/.exec(familyOf(id))?.[0] ?? 0)

/** Numbers by which versions of a family follow each other: 24H2 before 23H2, 20H2 before 2004, SP4 before SP3. */
function versionNumbers(version: string): number[] {
  const half = /^(\d\d)h([12])$/i.exec(version)
  if (half !== null) return [Number(half[1]) * 100 + (half[2] === '1' ? 5 : 10)]
  return (version.match(/\d+/g) ?? []).map(Number)
}

/** Below 0 where version `a` is the newer one; what has no number is older than what has. */
export function byNewestVersion(a: string, b: string): number {
  const [left, right] = [versionNumbers(a), versionNumbers(b)]
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const difference = (right[at] ?? -1) - (left[at] ?? -1)
    if (difference !== 0) return difference
  }
  return a < b ? -1 : a > b ? 1 : 0
}

const architectures = ['x64', 'arm64', '32-bit', 'x86', 'itanium']

const placeOf = (id: PlatformId) => {
  const at = architectures.indexOf(id.split('.')[2] ?? '')
  return at < 0 ? architectures.length : at
}

/** Windows first, then what is Microsoft's own, then others; programs on a Windows last, which have its name too. */
const rankOf = ({ id, label, vendor }: Suggested): number => {
  if (isWindows(id)) return 0
  if (/ on Windows |上の/.test(`${label.en ?? ''} ${label.ja ?? ''}`)) return 3
  return vendor === undefined ? 1 : 2
}

/** How many of the wanted words a name only begins with; null where it lacks one. */
function missed(name: readonly string[], wanted: readonly string[]): number | null {
  let begun = 0
  for (const word of wanted) {
    if (name.includes(word)) continue
    if (!name.some((own) => own.startsWith(word))) return null
    begun++
  }
  return begun
}

type Hit = { platform: Suggested; rank: number; begun: number; rest: number }

function hitsAmong(platforms: readonly Suggested[], wanted: readonly string[]): Hit[] {
  return mayBeCalled(platforms, wanted).flatMap((platform) => {
    const { id, family, version, variant, label } = platform
    const own = wordsOfName([family, version, variant, label.en, label.ja, id.replaceAll('.', ' ')].join(' '))
    const begun = missed(own.includes('servercore') ? [...own, 'core'] : own, wanted)
    if (begun === null) return []
    const inFamily = wordsOfName(family)
    const rest = inFamily.filter((word) => !wanted.includes(word) && word !== 'windows').length
    return [{ platform, rank: rankOf(platform), begun, rest }]
  })
}

/** In the order in which a reader wants to see them: families by how well they are named, then newest first, each above its parts. */
const compareHits = (a: Hit, b: Hit): number => {
  const [left, right] = [a.platform.id, b.platform.id]
  return (
    a.rank - b.rank ||
    a.begun - b.begun ||
    a.rest - b.rest ||
    yearOf(right) - yearOf(left) ||
    (familyOf(left) < familyOf(right) ? -1 : familyOf(left) > familyOf(right) ? 1 : 0) ||
    byNewestVersion(left.split('.')[1] ?? '~999999', right.split('.')[1] ?? '~999999') ||
    lineageOf(left).length - lineageOf(right).length ||
    placeOf(left) - placeOf(right) ||
    (left < right ? -1 : 1)
  )
}

/** At most `limit` platforms that a text may mean. Of a family and the version that has its name only the version is among them. */
export function suggestedPlatforms<P extends Suggested>(platforms: readonly P[], text: string, limit: number): P[] {
  const wanted = wordsOfName(text)
  if (wanted.length === 0) return []
  const windows = platforms.filter(({ id }) => isWindows(id))
  const own = hitsAmong(windows, wanted)
  // Windows comes first, and is looked through quickly: most of the others are asked only where there is room.
  const others =
    own.length >= limit
      ? []
      : hitsAmong(
          platforms.filter(({ id }) => !isWindows(id)),
          wanted,
        )
  const isTwin = ({ platform: { id } }: Hit) =>
    versionOfOwnName(
      id,
      windows.map((each) => each.id),
    ) !== null
  const found = [...own.filter((hit) => !isTwin(hit)), ...others].toSorted(compareHits).slice(0, limit)
  const known = byId(platforms)
  return found.flatMap(({ platform }) => known.get(platform.id) ?? [])
}
