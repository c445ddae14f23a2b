import { eachRating, type RatingLists } from './ratings.ts'

/**
 * What several rows say as one, each list once: of very many vulnerabilities most are rated like others.
 *
 * @param groups the rows that speak as one
 * @returns the lists, and of each group which of them is its own
 */
export function sharedLists(given: RatingLists, groups: readonly (readonly number[])[]) {
  const { platform, rating } = given.items.columns
  const known = new Map<string, number>()
  const starts = [0]
  const platforms: number[] = []
  const ratings: number[] = []
  const listOf = Uint32Array.from(groups, (rows) => {
    const said: number[] = []
    eachRating(given, rows, (at, rated) => said.push(at, rated))
    const key = said.join(' ')
    const list = known.get(key)
    if (list !== undefined) return list
    for (let item = 0; item < said.length; item += 2) {
      platforms.push(said[item] ?? -1)
      ratings.push(said[item + 1] ?? -1)
    }
    starts.push(platforms.length)
    known.set(key, known.size)
    return known.size - 1
  })
  const columns = {
    platform: { values: platform.values, at: Int32Array.from(platforms) },
    rating: { values: rating.values, at: Int32Array.from(ratings) },
  }
  const lists: RatingLists = { starts: Uint32Array.from(starts), items: { rows: platforms.length, columns } }
  return { lists, listOf }
}
