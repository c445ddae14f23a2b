import type { Bulletin, Vulnerability } from '../../contract/bulletin.ts'
import { groupRatings, platformListsIn, singleRatings } from '../bulletin/ratings.ts'

/**
 * The vulnerabilities with every rating that follows from what the bulletin says of its platforms: where it says of one
 * that it is not affected (`none`), no single vulnerability affects it. Where a vulnerability says so, it says nothing of
 * the others.
 */
export function completeRatings({
  vulnerabilities,
  platforms,
}: Pick<Bulletin, 'vulnerabilities' | 'platforms'>): Vulnerability[] {
  const named = new Set([...platformListsIn(vulnerabilities)].flat())
  const unaffected = platforms.filter(({ platform, rating }) => rating === 'none' && !named.has(platform))
  if (unaffected.length === 0) return vulnerabilities
  const others = unaffected.map(({ note: _note, ...said }) => said)
  return vulnerabilities.map((row) => ({
    ...row,
    ratings: groupRatings([...singleRatings(row.ratings), ...others]),
  }))
}
