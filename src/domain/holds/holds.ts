/** Which holds are in force, and on which machines they are. */
import type { Hold } from '../../contract/holds.ts'
import type { PlatformId } from '../../contract/platform.ts'
import { isWithin } from '../platforms/platforms.ts'

/** Machines that a fix is meant for. */
export type HoldSubject = {
  /** The fix; null: any fix at all. */
  bulletin: string | null
  platform: PlatformId
  /** What they are for; absent where nobody has said. */
  roles?: readonly string[] | undefined
}

/** A hold on machines. `isCertain`: false where it is not said whether they have its roles, or are of its platforms. */
export type HeldBy = { hold: Hold; isCertain: boolean }

/** What a hold is on; none of platforms or roles: all. */
type Scope = { bulletins: readonly string[] | null; platforms: readonly PlatformId[]; roles: readonly string[] }

/** Whether a hold is in force on a day (ISO 8601): nobody has ended it, and its last day is not over. */
export const isInForce = ({ ended, until }: Pick<Hold, 'ended' | 'until'>, today: string): boolean =>
  ended === null && until >= today

/** Holds, those first that end first. */
export const byLastDay = (holds: readonly Hold[]): Hold[] =>
  holds.toSorted((a, b) => (a.until === b.until ? a.id - b.id : a.until < b.until ? -1 : 1))

/** The holds that are in force on a day, those first that end first. */
export const inForce = (holds: readonly Hold[], today: string): Hold[] =>
  byLastDay(holds.filter((hold) => isInForce(hold, today)))

/** Whether a hold is on a fix, whatever the machines. */
export const holdsFix = ({ bulletins }: Pick<Scope, 'bulletins'>, bulletin: string | null): boolean =>
  bulletins === null || (bulletin === null ? true : bulletins.includes(bulletin))

/** Whether a hold is on machines; `maybe` where nobody says enough of them to tell. */
export type HoldAnswer = 'yes' | 'maybe' | 'no'

/** Machines of a platform above one that is held may be of that one. */
function ofPlatform({ platforms }: Pick<Scope, 'platforms'>, platform: PlatformId): HoldAnswer {
  if (platforms.length === 0 || platforms.some((held) => isWithin(platform, held))) return 'yes'
  return platforms.some((held) => isWithin(held, platform)) ? 'maybe' : 'no'
}

function ofRoles({ roles }: Pick<Scope, 'roles'>, present: readonly string[] | undefined): HoldAnswer {
  if (roles.length === 0) return 'yes'
  if (present === undefined) return 'maybe'
  return roles.some((role) => present.includes(role)) ? 'yes' : 'no'
}

/** Whether a hold is on machines that a fix is meant for. */
export function holdReaches(scope: Scope, { bulletin, platform, roles }: HoldSubject): HoldAnswer {
  if (!holdsFix(scope, bulletin)) return 'no'
  const answers = new Set([ofPlatform(scope, platform), ofRoles(scope, roles)])
  if (answers.has('no')) return 'no'
  return answers.has('maybe') ? 'maybe' : 'yes'
}

/** The holds in force on a day that are on machines, or may be; those first that end first. */
export const holdsOn = (holds: readonly Hold[], subject: HoldSubject, today: string): HeldBy[] =>
  inForce(holds, today).flatMap((hold) => {
    const answer = holdReaches(hold, subject)
    return answer === 'no' ? [] : [{ hold, isCertain: answer === 'yes' }]
  })

/** What a hold on a fix is on: its machines by platform, with roles where these are said. */
type Machines = Omit<HoldSubject, 'bulletin'>

/** The holds in force that are on any of these machines for any of these fixes, each once; certain where it is so for any. */
export function holdsOnAny(
  holds: readonly Hold[],
  { bulletins, machines }: { bulletins: readonly string[]; machines: readonly Machines[] },
  today: string,
): HeldBy[] {
  const found = new Map<number, HeldBy>()
  for (const bulletin of bulletins)
    for (const each of machines)
      for (const held of holdsOn(holds, { bulletin, ...each }, today)) {
        const known = found.get(held.hold.id)
        if (known === undefined || (held.isCertain && !known.isCertain)) found.set(held.hold.id, held)
      }
  return byLastDay([...found.values()].map(({ hold }) => hold)).flatMap(({ id }) => found.get(id) ?? [])
}
