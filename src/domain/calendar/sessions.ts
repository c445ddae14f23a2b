/** The sessions and windows of a plan, each under an id that it keeps when it moves. */
import type { Segment } from '../rollout/plan.ts'
import type { Stretch } from '../rollout/windows.ts'
import { dayIn } from '../due/days.ts'

/** Ids end with the name of the product, as those of other programs do with theirs (RFC 7986, 5.3). */
const uidOf = (...parts: readonly (string | number)[]): string => `${parts.join('.')}@hotfix-report`

/**
 * What the ids of a kept plan begin with. Plans of two servers may have one number, but were not kept in the same
 * millisecond.
 */
export const planKey = ({ id, created }: { id: number; created: { at: string } }): string =>
  `plan-${id}-${created.at.replaceAll(/\D/g, '')}`

export type Session = Segment & { uid: string; part: number }

/** The sessions of a plan in their order; the first one of a wave stays the first, whenever it is. */
export function plannedSessions(
  owner: string,
  segments: readonly Segment[],
  keyOf: (wave: number) => string = (wave) => `wave-${wave}`,
): Session[] {
  const parts = new Map<number, number>()
  return segments.map((segment) => {
    const part = (parts.get(segment.wave) ?? 0) + 1
    parts.set(segment.wave, part)
    return { ...segment, part, uid: uidOf(owner, keyOf(segment.wave), part) }
  })
}

/**
 * The windows between the first and the last session. One is known by the day on which it opens in the zone of the plan,
 * and by its place on that day.
 */
export function windowsAround(
  owner: string,
  open: readonly Stretch[],
  segments: readonly Stretch[],
  zone: string,
): (Stretch & { uid: string })[] {
  const from = segments.reduce((least, segment) => Math.min(least, segment.from), Infinity)
  const to = segments.reduce((most, segment) => Math.max(most, segment.to), -Infinity)
  const dayOf = dayIn(zone)
  const places = new Map<string, number>()
  return open
    .filter((stretch) => stretch.to > from && stretch.from < to)
    .map((stretch) => {
      const day = dayOf(new Date(stretch.from))
      const place = (places.get(day) ?? 0) + 1
      places.set(day, place)
      return { ...stretch, uid: uidOf(owner, 'window', day, place) }
    })
}

/** The id of what is due on a day, in the calendar that `owner` names. */
export const dueUid = (owner: string, day: string): string => uidOf('due', day, owner)
