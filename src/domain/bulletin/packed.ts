/** Bulletins as they are kept and sent, where each list of platforms is written once, however many ratings have it. */
import type { PackedBulletin } from '../../contract/packed-bulletin.ts'
import type { Bulletin } from '../../contract/bulletin.ts'
import type { PlatformId } from '../../contract/platform.ts'
import { groupRatings } from './ratings.ts'

/** A bulletin to be kept or sent. */
export function packed(bulletin: Bulletin): PackedBulletin {
  const positions = new Map(bulletin.platforms.map(({ platform }, at) => [platform, at]))
  const platformSets: number[][] = []
  const [known, alike] = [new Map<PlatformId[], number | PlatformId[]>(), new Map<string, number>()]
  const setOf = (platforms: PlatformId[]) => {
    const set = platforms.flatMap((id) => positions.get(id) ?? [])
    // What the bulletin does not list goes by its ids.
    if (set.length < platforms.length) return platforms
    const key = set.join()
    const position = alike.get(key) ?? platformSets.push(set) - 1
    alike.set(key, position)
    return position
  }
  const placeOf = (platforms: PlatformId[]) => {
    // Most ratings share one list, which is known without comparing it.
    const place = known.get(platforms) ?? setOf(platforms)
    known.set(platforms, place)
    return place
  }
  const vulnerabilities = bulletin.vulnerabilities.map(({ scores, ratings, ...flaw }) => ({
    ...flaw,
    ...(scores && { scores: scores.map((each) => ({ ...each, platforms: placeOf(each.platforms) })) }),
    ratings: ratings.map((each) => ({ ...each, platforms: placeOf(each.platforms) })),
  }))
  return { ...bulletin, vulnerabilities, ...(platformSets.length > 0 && { platformSets }) }
}

/** The bulletin that was packed: ratings with the same list share it. */
export function unpacked({ platformSets = [], ...bulletin }: PackedBulletin): Bulletin {
  const sets = platformSets.map((set) => set.flatMap((position) => bulletin.platforms[position]?.platform ?? []))
  const named = <T extends { platforms: number | PlatformId[] }>(each: T) => ({
    ...each,
    platforms: typeof each.platforms === 'number' ? (sets[each.platforms] ?? []) : each.platforms,
  })
  return {
    ...bulletin,
    vulnerabilities: bulletin.vulnerabilities.map(({ scores, ratings, ...flaw }) => {
      const single = ratings.flatMap((each) => ('platform' in each ? each : []))
      const groups = ratings.flatMap((each) => ('platform' in each ? [] : named(each)))
      return { ...flaw, ...(scores && { scores: scores.map(named) }), ratings: [...groups, ...groupRatings(single)] }
    }),
  }
}
