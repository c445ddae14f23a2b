/** A hotpatch and its baseline update fix the same: either will do on platforms of both. */
import type { Alternative, Bulletin } from '../../contract/bulletin.ts'
import type { PlatformId } from '../../contract/platform.ts'
import type { Text } from '../../contract/text.ts'
import type { Part } from './parts.ts'

/** Whether every fix of a bulletin is a hotpatch. */
export const isHotpatch = (parts: readonly Part[]): boolean => {
  const fixes = parts.flatMap((part) => part.fixes)
  return fixes.length > 0 && fixes.every(({ kind }) => /\bhotpatch\b/i.test(kind))
}

/** Microsoft prints "Yes" for hotpatches, too. */
export const hotpatchRestart: Text = {
  ja: '出典は「必要」と記載。ホットパッチは本来、再起動なしで適用されるもの',
  en: 'The source says "required"; a hotpatch is by its nature applied without a restart',
}

type Mended = ReadonlyMap<PlatformId, ReadonlySet<string>>

/** The vulnerabilities that a bulletin mends on each platform. */
function mendedBy({ vulnerabilities }: Bulletin): Mended {
  const mended = new Map<PlatformId, Set<string>>()
  for (const { id, ratings } of vulnerabilities)
    for (const platform of ratings.flatMap(({ platforms }) => platforms))
      mended.set(platform, (mended.get(platform) ?? new Set()).add(id))
  return mended
}

/** What `other` is to a fix: on which platforms it mends any of the same, and what it leaves open there. */
function alternativesBy(own: Mended, other: Mended, is: Pick<Alternative, 'bulletin' | 'kind'>): Alternative[] {
  const shared = [...own].flatMap(([platform, ids]) => {
    const mended = other.get(platform)
    return mended === undefined || ids.isDisjointFrom(mended) ? [] : [{ platform, lacks: [...ids.difference(mended)] }]
  })
  return [...Map.groupBy(shared, ({ lacks }) => lacks.join(' ')).values()].map((alike) => {
    const lacks = alike[0]?.lacks ?? []
    return { ...is, platforms: alike.map(({ platform }) => platform), ...(lacks.length > 0 && { lacks }) }
  })
}

/** The bulletins of a month, those of hotpatches and of their baselines with each other as alternatives. */
export function withAlternatives(bulletins: readonly Bulletin[], hotpatches: ReadonlySet<string>): Bulletin[] {
  if (hotpatches.size === 0) return [...bulletins]
  const mended = new Map(bulletins.filter(({ kb }) => kb.length > 0).map((each) => [each.id, mendedBy(each)]))
  return bulletins.map((bulletin) => {
    const own = mended.get(bulletin.id)
    if (own === undefined) return bulletin
    const isOwnHot = hotpatches.has(bulletin.id)
    const alternatives = [...mended].flatMap(([id, other]) =>
      hotpatches.has(id) === isOwnHot
        ? []
        : alternativesBy(own, other, { bulletin: id, kind: isOwnHot ? 'baseline' : 'hotpatch' }),
    )
    return alternatives.length > 0 ? { ...bulletin, alternatives } : bulletin
  })
}
