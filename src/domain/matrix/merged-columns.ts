import type { Bulletin, Vulnerability, VulnerabilityRating } from '../../contract/bulletin.ts'
import type { Platform, PlatformId } from '../../contract/platform.ts'
import type { Rating } from '../../contract/words.ts'
import { familyOf, shortName } from '../platforms.ts'

/** Platforms of one family that are rated alike in every row. `versions` are the short names, empty for a whole family. */
export type MatrixColumn = { platforms: PlatformId[]; versions: string[] }

/** The columns that stand under one heading. */
export type MatrixFamily = { id: PlatformId; name: string; columns: MatrixColumn[] }

type Row = Pick<Vulnerability, 'ratings'>

/** What a row says of a platform; undefined where it says nothing. */
const ratedIn = (row: Row, platform: PlatformId): VulnerabilityRating | undefined =>
  row.ratings.find((rated) => rated.platform === platform)

/** The rating of a platform in a row; undefined where the row says nothing about it. */
export const ratingIn = (row: Row, platform: PlatformId): Rating | undefined => ratedIn(row, platform)?.rating

/** Whether a row says the same of two platforms. */
function saysAlike(row: Row, a: PlatformId, b: PlatformId): boolean {
  const [one, other] = [ratedIn(row, a), ratedIn(row, b)]
  return one?.rating === other?.rating && one?.status === other?.status && one?.reason === other?.reason
}

/**
 * The vulnerabilities with every rating that follows from what the bulletin says of its platforms: where it says of one
 * that it is not affected (`none`), no single vulnerability affects it. Where a vulnerability says so, it says nothing of
 * the others.
 */
export function completeRatings({
  vulnerabilities,
  platforms,
}: Pick<Bulletin, 'vulnerabilities' | 'platforms'>): Vulnerability[] {
  const named = new Set(vulnerabilities.flatMap(({ ratings }) => ratings.map(({ platform }) => platform)))
  const untouched = platforms.filter(({ platform, rating }) => rating === 'none' && !named.has(platform))
  return vulnerabilities.map((row) => ({ ...row, ratings: [...row.ratings, ...untouched] }))
}

/**
 * The columns of the table of vulnerabilities (rows) by platforms, in the order of the platform tree (unknown ones
 * last). Neighbours of one family of which every row says the same share a column; a merged column speaks for all its platforms.
 */
export function matrixColumns(
  rows: readonly Row[],
  platforms: readonly PlatformId[],
  tree: readonly Platform[],
): MatrixFamily[] {
  const known = new Map(tree.map((platform, position) => [platform.id, { platform, position }]))
  const position = (id: PlatformId) => known.get(id)?.position ?? tree.length
  const all = new Set([...platforms, ...rows.flatMap(({ ratings }) => ratings.map(({ platform }) => platform))])
  const areAlike = (a: PlatformId, b: PlatformId) => rows.every((row) => saysAlike(row, a, b))

  const families = new Map<PlatformId, MatrixFamily>()
  for (const id of [...all].toSorted((a, b) => position(a) - position(b))) {
    const platform = known.get(id)?.platform
    const family = families.get(familyOf(id)) ?? {
      id: familyOf(id),
      name: platform?.family ?? familyOf(id),
      columns: [],
    }
    families.set(family.id, family)
    const version = platform ? shortName(platform) : null
    const last = family.columns.at(-1)
    if (last?.platforms[0] !== undefined && areAlike(last.platforms[0], id)) {
      last.platforms.push(id)
      if (version !== null) last.versions.push(version)
    } else {
      family.columns.push({ platforms: [id], versions: version === null ? [] : [version] })
    }
  }
  return [...families.values()]
}
