/** What is said of the platforms of a vulnerability: once for all that are rated alike. */
import type { RatedPlatforms, VulnerabilityRating } from '../../contract/bulletin.ts'
import type { PlatformId } from '../../contract/platform.ts'

/** Ratings of single platforms, those that are alike together. */
export function groupRatings(ratings: readonly VulnerabilityRating[]): RatedPlatforms[] {
  const groups = new Map<string, RatedPlatforms>()
  for (const { platform, ...said } of ratings) {
    const key = `${said.rating} ${said.status ?? ''} ${said.reason ?? ''}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { ...said, platforms: [platform] })
    else group.platforms.push(platform)
  }
  return [...groups.values()]
}

/** The ratings of single platforms. */
export const singleRatings = (groups: readonly RatedPlatforms[]): VulnerabilityRating[] =>
  groups.flatMap(({ platforms, ...said }) => platforms.map((platform) => ({ platform, ...said })))

/** The lists of platforms that are rated, each once: most vulnerabilities share one. */
export const platformListsIn = (
  flaws: readonly { ratings: readonly Pick<RatedPlatforms, 'platforms'>[] }[],
): ReadonlySet<readonly PlatformId[]> =>
  new Set(flaws.flatMap(({ ratings }) => ratings.map(({ platforms }) => platforms)))
