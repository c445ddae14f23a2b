/** Bulletins as they are kept and sent, where lists of platforms that are told again and again are told once. */
import type { PackedBulletin } from '../../contract/packed-bulletin.ts'
import type { Bulletin } from '../../contract/bulletin.ts'
import type { PlatformId } from '../../contract/platform.ts'
import { groupRatings } from './ratings.ts'

/** A bulletin to be kept or sent. */
export function packed(bulletin: Bulletin): PackedBulletin {
  const positions = new Map(bulletin.platforms.map(({ platform }, at) => [platform, at]))
  const platformSets: (number | PlatformId)[][] = []
  const [known, alike] = [new Map<readonly PlatformId[], number>(), new Map<string, number>()]
  const positionOf = (platforms: readonly PlatformId[]): number => {
    // Most lists are the very same one, which is told apart at once.
    let position = known.get(platforms)
    if (position !== undefined) return position
    const set = platforms.map((id) => positions.get(id) ?? id)
    const key = JSON.stringify(set)
    position = alike.get(key) ?? platformSets.push(set) - 1
    known.set(platforms, position)
    alike.set(key, position)
    return position
  }
  const vulnerabilities = bulletin.vulnerabilities.map(({ scores, ratings, ...flaw }) => ({
    ...flaw,
    ...(scores && { scores: scores.map((each) => ({ ...each, platforms: positionOf(each.platforms) })) }),
    ratings: ratings.map((each) => ({ ...each, platforms: positionOf(each.platforms) })),
  }))
  return { ...bulletin, vulnerabilities, ...(platformSets.length > 0 && { platformSets }) }
}

/** The bulletin that was packed: lists that were told once are one. */
export function unpacked({ platformSets = [], ...bulletin }: PackedBulletin): Bulletin {
  const sets = platformSets.map((set) =>
    set.flatMap((each) => (typeof each === 'string' ? each : (bulletin.platforms[each]?.platform ?? []))),
  )
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
