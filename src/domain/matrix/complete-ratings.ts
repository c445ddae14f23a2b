import type { Bulletin, Vulnerability } from '../../contract/bulletin.ts'

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
