/** What is changed of the older fixes that a bulletin replaces. */
import type { Bulletin } from '../../../contract/bulletin.ts'
import { onAll, type FoundChange } from './finding.ts'
import { offersOf, offerKey, type Offer } from './offers.ts'

type Replacing = FoundChange & { of: string; platform: string }

/** What each offer replaces: what its package says, else what the bulletin says of all of them. */
function replacedOn(bulletin: Bulletin): ReadonlyMap<string, ReadonlySet<string>> {
  const byPlace = Map.groupBy(offersOf(bulletin), offerKey)
  const ofOffer = (offer: Offer) => offer.package.supersedes ?? bulletin.supersedes
  return new Map([...byPlace].map(([place, offers]) => [place, new Set(offers.flatMap(ofOffer))]))
}

function ofPackages(before: Bulletin, after: Bulletin): Replacing[] {
  const now = replacedOn(after)
  return [...replacedOn(before)].flatMap(([place, old]) => {
    const current = now.get(place)
    if (current === undefined) return []
    const [, platform = ''] = JSON.parse(place) as string[]
    return [
      ...[...current.difference(old)].map((of): Replacing => ({ kind: 'supersedence-added', of, platform })),
      ...[...old.difference(current)].map((of): Replacing => ({ kind: 'supersedence-removed', of, platform })),
    ]
  })
}

/** What the bulletin replaces now, and does no longer; the platforms are given where that is so for packages. */
export function changedSupersedence(before: Bulletin, after: Bulletin): FoundChange[] {
  const single = ofPackages(before, after)
  const told = new Set(single.map(({ kind, of }) => `${kind} ${of}`))
  const [old, now] = [new Set(before.supersedes), new Set(after.supersedes)]
  const whole = [
    ...[...now.difference(old)].map((of) => ({ kind: 'supersedence-added' as const, of })),
    ...[...old.difference(now)].map((of) => ({ kind: 'supersedence-removed' as const, of })),
  ]
  return [...whole.filter(({ kind, of }) => !told.has(`${kind} ${of}`)), ...onAll(single)]
}
