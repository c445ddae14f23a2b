import type { Bulletin, Vulnerability, VulnerabilityRating } from '../../contract/bulletin.ts'
import type { Platform, PlatformId } from '../../contract/platform.ts'
import { familyOf, shortName } from '../platforms/platforms.ts'

/** Platforms of one family of which every row says the same. `versions` are the short names, empty for a whole family. */
export type MatrixColumn = { platforms: PlatformId[]; versions: string[] }

/** The columns under one heading. */
export type MatrixFamily = { id: PlatformId; name: string; columns: MatrixColumn[] }

type Row = Pick<Vulnerability, 'ratings'>

/** What a row says of a platform; undefined where it says nothing about it. */
export const saidIn = (row: Row, platform: PlatformId): VulnerabilityRating | undefined =>
  row.ratings.find((rated) => rated.platform === platform)

/** What is said of each platform, as far as it is shown, to be compared. */
const saidByPlatform = ({ ratings }: Row): Map<PlatformId, string> =>
  new Map(ratings.map(({ platform, rating, status, reason }) => [platform, JSON.stringify([rating, status, reason])]))

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
  const unaffected = platforms.filter(({ platform, rating }) => rating === 'none' && !named.has(platform))
  return vulnerabilities.map((row) => ({ ...row, ratings: [...row.ratings, ...unaffected] }))
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
  const said = rows.map(saidByPlatform)
  const areAlike = (a: PlatformId, b: PlatformId) => said.every((row) => row.get(a) === row.get(b))

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
