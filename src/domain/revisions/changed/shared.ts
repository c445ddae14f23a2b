/** What vulnerabilities of two versions have in common: hundreds of them may be rated and scored alike on a thousand platforms. */
import type { Vulnerability } from '../../../contract/bulletin.ts'
import type { PlatformId } from '../../../contract/platform.ts'
import { meaningOf } from './meaning.ts'

type OfPlatforms = { platforms: PlatformId[] }

/** Makes one object of all ratings, and of all scores, that say the same. */
function sharing() {
  const known = new Map<string, object>()
  const numbers = new Map<object, number>()
  const one = <T extends object>(key: string, value: T): T => {
    // What is known under a key was of the same type.
    const same = (known.get(key) ?? value) as T
    known.set(key, same)
    numbers.set(same, numbers.get(same) ?? numbers.size)
    return same
  }
  const lists = new Map<PlatformId[], PlatformId[]>()
  const listOf = (platforms: PlatformId[]) => {
    const list = lists.get(platforms) ?? one(`platforms ${platforms.toSorted().join(' ')}`, platforms)
    lists.set(platforms, list)
    return list
  }
  const groupsOf = <T extends OfPlatforms>(groups: T[]): T[] => {
    const own = groups.map((each) => ({ ...each, platforms: listOf(each.platforms) }))
    const said = own.map(({ platforms, ...rest }) => `${meaningOf(rest)} ${numbers.get(platforms)}`)
    return one(`groups ${said.toSorted().join(' ')}`, own)
  }
  return {
    shared: ({ scores, ratings, ...flaw }: Vulnerability): Vulnerability => ({
      ...flaw,
      ...(scores && { scores: groupsOf(scores) }),
      ratings: groupsOf(ratings),
    }),
    /** The same with numbers in place of what may be long. */
    brief: ({ scores, ratings, ...flaw }: Vulnerability) => ({
      ...flaw,
      ratings: numbers.get(ratings),
      scores: scores && numbers.get(scores),
    }),
  }
}

/** The vulnerabilities of two versions by a short form, of which two are equal where they say the same. */
export function sharedBetween(before: readonly Vulnerability[], after: readonly Vulnerability[]) {
  const { shared, brief } = sharing()
  const byBrief = (flaws: readonly Vulnerability[]) => new Map(flaws.map(shared).map((flaw) => [brief(flaw), flaw]))
  return [byBrief(before), byBrief(after)] as const
}

/** A comparison that is made once for each pair whose `parts` are the same objects. */
export function oncePerPair<T, R>(compare: (before: T, after: T) => R, parts: (item: T) => object[]) {
  type Node = { next: WeakMap<object, Node>; result?: R }
  const root: Node = { next: new WeakMap() }
  return (before: T, after: T): R => {
    let node = root
    for (const part of [...parts(before), ...parts(after)]) {
      const next = node.next.get(part) ?? { next: new WeakMap<object, Node>() }
      node.next.set(part, next)
      node = next
    }
    return (node.result ??= compare(before, after))
  }
}
