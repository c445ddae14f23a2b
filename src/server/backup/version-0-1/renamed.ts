import type { PlatformId } from '../../../contract/platform.ts'
import type { Rating } from '../../../contract/words.ts'
import { ratings } from '../../../domain/bulletin/severity.ts'

type Rename = ReadonlyMap<PlatformId, PlatformId>
type Rated = { platform: string; rating: Rating }

const isRated = (value: unknown): value is Rated => value instanceof Object && 'platform' in value && 'rating' in value

/** Of several that are one platform now the worst, in the place of the first. */
function worstOfEach(rated: readonly Rated[]): Rated[] {
  const worst = new Map<string, Rated>()
  for (const each of rated) {
    const same = worst.get(each.platform)
    if (same === undefined || ratings.indexOf(each.rating) < ratings.indexOf(same.rating))
      worst.set(each.platform, each)
  }
  return [...worst.values()]
}

/** Fields that hold ids of platforms, of whatever shape the rest is: a bulletin, its summary, what has changed. */
const namedIn = new Set(['platform', 'platforms', 'of'])

function renamedIn(field: string, value: unknown, rename: Rename): unknown {
  if (typeof value === 'string') return namedIn.has(field) ? (rename.get(value) ?? value) : value
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => renamedIn(field, item, rename))
    if (items.every(isRated)) return worstOfEach(items)
    return namedIn.has(field) && items.every((item) => typeof item === 'string') ? [...new Set(items)] : items
  }
  if (!(value instanceof Object)) return value
  return Object.fromEntries(Object.entries(value).map(([name, own]) => [name, renamedIn(name, own, rename)]))
}

/** A JSON text in which platforms go by other ids. Those that become one are listed once, with their worst rating. */
export const renamed = (json: string, rename: Rename): string => JSON.stringify(renamedIn('', JSON.parse(json), rename))
