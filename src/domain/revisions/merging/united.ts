import { meaningOf } from '../changed/meaning.ts'

/** All items of the lists, each once by its key; of equal keys the last counts, in the place of the first. */
export function united<T>(lists: readonly (readonly T[])[], key: (item: T) => unknown = (item) => item): T[] {
  const items = new Map<string, T>()
  for (const item of lists.flat()) items.set(meaningOf(key(item)), item)
  return [...items.values()]
}

/** All items of the lists, those that differ in their platforms alone as one. */
export function unitedOnPlatforms<T extends { platforms: string[] }>(lists: readonly (readonly T[])[]): T[] {
  const alike = Map.groupBy(lists.flat(), (item) => meaningOf({ ...item, platforms: [] }))
  return [...alike.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ ...first, platforms: united([first, ...others].map(({ platforms }) => platforms)) }],
  )
}
