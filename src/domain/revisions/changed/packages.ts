/** What is changed of the packages: which are offered for which platforms, and with which file. */
import type { Bulletin } from '../../../contract/bulletin.ts'
import { onAll, type FindChanges, type FoundChange } from './finding.ts'
import { meaningOf, saysTheSame } from './meaning.ts'
import { offersOf, offerKey, type Offer } from './offers.ts'

/** The builds or versions by which files are told from one another. */
const labelsOf = (offers: readonly Offer[]) =>
  [...new Set(offers.flatMap(({ package: { fixedBuild, version } }) => fixedBuild ?? version ?? []))]
    .toSorted()
    .join(', ') || undefined

/** What has come and gone of one package on one platform. */
function changedOffer(before: readonly Offer[], after: readonly Offer[]): (FoundChange & { platform: string })[] {
  const files = (offers: readonly Offer[]) => new Set(offers.map(({ file }) => file))
  const [old, now] = [files(before), files(after)]
  const gone = before.filter(({ file }) => !now.has(file))
  const come = after.filter(({ file }) => !old.has(file))
  const [first = come[0]] = gone
  if (first === undefined) return []
  const { name: of, platform } = first
  if (gone.length === 0) return [{ kind: 'package-added', of, platform, to: labelsOf(come) }]
  if (come.length === 0) return [{ kind: 'package-removed', of, platform, from: labelsOf(gone) }]
  const [from, to] = [labelsOf(gone), labelsOf(come)]
  return [{ kind: 'package-replaced', of, platform, ...(from !== to && { from, to }) }]
}

/** Puts one package that came and one that went together, where they are for the same platforms: the one replaces the other. */
function replacedByOthers(found: readonly FoundChange[]): FoundChange[] {
  const alike = Map.groupBy(found, ({ platforms }) => meaningOf(platforms))
  return [...alike.values()].flatMap((same) => {
    const [gone, ...moreGone] = same.filter(({ kind }) => kind === 'package-removed')
    const [come, ...moreCome] = same.filter(({ kind }) => kind === 'package-added')
    if (gone?.of === undefined || come?.of === undefined || gone.of === come.of) return same
    if (moreGone.length > 0 || moreCome.length > 0) return same
    const { of, platforms = [] } = come
    const others = same.filter((finding) => finding !== gone && finding !== come)
    return [...others, { kind: 'package-replaced', of, from: gone.of, to: of, platforms }]
  })
}

/** Packages that came, went, or have another file now. */
function changedFiles(before: Bulletin, after: Bulletin): FoundChange[] {
  const [old, now] = [Map.groupBy(offersOf(before), offerKey), Map.groupBy(offersOf(after), offerKey)]
  const names = ({ packages }: Bulletin) => new Set(packages.map(({ name }) => name))
  const ids = ({ platforms }: Bulletin) => new Set(platforms.map(({ platform }) => platform))
  // That a package on file is there for a platform that comes, and not for one that goes, is told by the platform.
  const known = names(before).intersection(names(after))
  const moved = ids(before).symmetricDifference(ids(after))
  const found = [...new Set([...old.keys(), ...now.keys()])]
    .flatMap((place) => changedOffer(old.get(place) ?? [], now.get(place) ?? []))
    .filter(({ of = '', platform }) => !known.has(of) || !moved.has(platform))
  return replacedByOthers(onAll(found))
}

/** Whether the same file is mentioned otherwise than before. */
function isMentionedAnew(before: Bulletin, after: Bulletin, field: 'url' | 'updateName'): boolean {
  const mentions = (bulletin: Bulletin) => {
    const same = Map.groupBy(offersOf(bulletin), (offer) => `${offerKey(offer)} ${offer.file}`)
    return new Map([...same].map(([key, offers]) => [key, offers.map((offer) => offer.package[field] ?? null)]))
  }
  const now = mentions(after)
  return [...mentions(before)].some(([key, said]) => now.has(key) && !saysTheSame(said, now.get(key)))
}

export const changedPackages: FindChanges = (before, after) => [
  ...changedFiles(before, after),
  ...(isMentionedAnew(before, after, 'url') ? [{ kind: 'link' as const }] : []),
  ...(isMentionedAnew(before, after, 'updateName') ? [{ kind: 'details' as const, of: 'updateName' }] : []),
]
