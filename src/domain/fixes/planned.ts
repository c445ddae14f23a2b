/** Fixes that are planned for the same machines, though one of them is enough. */
import type { FixReason, PlatformFixes } from '../../contract/fixes.ts'
import type { PlatformId } from '../../contract/platform.ts'

/** `id` is not needed beside `other`: contained in it, or in place of it. */
export type Needless = { id: string; other: string; is: 'contained' | 'alternative'; platforms: PlatformId[] }

const namesIn = (reason: FixReason): string[] => ['by' in reason ? reason.by : '', 'of' in reason ? reason.of : '']

/** By which planned fixes each planned one is needless in a line; of what is to be installed, none is. */
function coveredIn(planned: readonly string[], { fixes }: PlatformFixes['products'][number]['lines'][number]) {
  const install = fixes.filter(({ state }) => state === 'install').map(({ bulletin }) => bulletin)
  return fixes
    .filter(({ bulletin }) => planned.includes(bulletin))
    .map(({ bulletin: id, state, reason }) => ({
      id,
      is: state,
      other:
        state === 'install'
          ? undefined
          : [...namesIn(reason), ...install].find((each) => each !== id && planned.includes(each)),
    }))
}

/** What is enough in place of a fix in the end; itself where it is needed. No fix is in two of the pairs as the needless one. */
function standsFor(pairs: readonly Needless[], id: string): string {
  const pair = pairs.find((each) => each.id === id)
  return pair === undefined ? id : standsFor(pairs, pair.other)
}

/**
 * The pairs of planned fixes of which one is enough, with the platforms where that is so: on each product that a platform
 * may be, as far as the fix is for it.
 */
export function needlessIn(planned: readonly string[], fixes: readonly PlatformFixes[]): Needless[] {
  const found = new Map<string, Needless>()
  for (const { platform, products } of fixes) {
    const placed = products.flatMap(({ lines }) => lines.flatMap((line) => coveredIn(planned, line)))
    for (const [id, here] of Map.groupBy(placed, (each) => each.id)) {
      const [{ other, is } = { is: 'install' as const, other: undefined }] = here
      if (is === 'install' || other === undefined || here.some((each) => each.other === undefined)) continue
      // Of those that cover each other, one is kept.
      const pairs = [...found.values()].filter(({ platforms }) => platforms.includes(platform))
      if (standsFor(pairs, other) === id) continue
      const key = [id, other, is].join(' ')
      const pair = found.get(key) ?? { id, other, is, platforms: [] }
      if (!pair.platforms.includes(platform)) pair.platforms.push(platform)
      found.set(key, pair)
    }
  }
  return [...found.values()]
}
