/** Fixes that are planned for the same machines, though one of them is enough. */
import type { PlatformFixes } from '../../contract/fixes.ts'
import type { PlatformId } from '../../contract/platform.ts'

/** `id` is not needed beside `other`: contained in it, or in place of it. */
export type Needless = { id: string; other: string; is: 'contained' | 'alternative'; platforms: PlatformId[] }

/** The pairs of planned fixes of which one is enough, with the platforms where that is so. */
export function needlessIn(planned: readonly string[], fixes: readonly PlatformFixes[]): Needless[] {
  const found = new Map<string, Needless>()
  for (const { platform, products } of fixes)
    for (const line of products.flatMap(({ lines }) => lines)) {
      const install = line.fixes.filter(({ state }) => state === 'install').map(({ bulletin }) => bulletin)
      for (const { bulletin: id, state, reason } of line.fixes) {
        if (state === 'install' || !planned.includes(id)) continue
        const beside = ['by' in reason ? reason.by : '', 'of' in reason ? reason.of : '', ...install]
        const other = beside.find((each) => each !== id && planned.includes(each))
        if (other === undefined) continue
        const key = [id, other, state].join(' ')
        const pair = found.get(key) ?? { id, other, is: state, platforms: [] }
        if (!pair.platforms.includes(platform)) pair.platforms.push(platform)
        found.set(key, pair)
      }
    }
  return [...found.values()]
}
