/** Values compared by what they say: neither the order of a list nor that of keys nor what is said twice tells anything. */

/** A text that is equal for values that say the same, and for no others: JSON with keys and items in an order of their own. */
export function meaningOf(value: unknown): string {
  if (Array.isArray(value)) return `[${[...new Set(value.map(meaningOf))].toSorted().join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const said = Object.entries(value).filter(([, each]) => each !== undefined)
  return `{${said
    .map(([key, each]) => `${JSON.stringify(key)}:${meaningOf(each)}`)
    .toSorted()
    .join(',')}}`
}

export const saysTheSame = (a: unknown, b: unknown): boolean =>
  Object.is(a, b) || JSON.stringify(a) === JSON.stringify(b) || meaningOf(a) === meaningOf(b)

/** A value without some of its fields. */
export const omitting = <T extends object, K extends keyof T & string>(value: T, ...fields: K[]): Omit<T, K> =>
  // What is left are the other fields.
  Object.fromEntries(Object.entries(value).filter(([key]) => !fields.some((field) => field === key))) as Omit<T, K>

/** The items of a list by what they say, each once. */
const byMeaning = <T>(list: readonly T[]) => new Map(list.map((item) => [meaningOf(item), item]))

/** The items that one list has and the other does not, each once: those of the first, and those of the second. */
export function differingItems<T>(first: readonly T[], second: readonly T[]): [T[], T[]] {
  const [one, other] = [byMeaning(first), byMeaning(second)]
  const left = (own: typeof one, there: typeof one) =>
    [...own].flatMap(([meaning, item]) => (there.has(meaning) ? [] : [item]))
  return [left(one, other), left(other, one)]
}

/** A pair of items that are about the same thing in two versions; null where one of them has it no longer, or not yet. */
export type Pair<T> =
  | readonly [before: T, after: T]
  | readonly [before: T, after: null]
  | readonly [before: null, after: T]

/**
 * Pairs the items of two lists that differ in anything by the keys given, the surest first. Those that are equal in all
 * they say are left out.
 */
export function differingPairs<T>(
  before: readonly T[],
  after: readonly T[],
  ...keys: ((item: T) => unknown)[]
): Pair<T>[] {
  const pairs: Pair<T>[] = []
  let [left, right] = differingItems(before, after)
  for (const key of keys) {
    const free = Map.groupBy(left, (item) => meaningOf(key(item)))
    right = right.filter((item) => {
      const partner = free.get(meaningOf(key(item)))?.shift()
      if (partner !== undefined) pairs.push([partner, item])
      return partner === undefined
    })
    left = [...free.values()].flat()
  }
  return [...pairs, ...left.map((item) => [item, null] as const), ...right.map((item) => [null, item] as const)]
}
