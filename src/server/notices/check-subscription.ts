/** What is wrong with a subscription as a person enters it. */
import type { SubscriptionSettings } from '../../contract/notices.ts'
import type { Problem } from '../../contract/problem.ts'
import { isEnough } from '../../domain/access/roles.ts'
import { isTimeZone } from '../../domain/rollout/zone.ts'
import { refusedField } from '../routes/problems.ts'
import type { KeptChannel } from '../store/channels.ts'
import { maySee, type Caller } from './asking.ts'
import { queryOf } from '../catalogue/query-of.ts'

type Refused = { status: 400 | 403; problem: Problem }

const field = (name: string, message: string): Refused => ({ status: 400, problem: refusedField(name, message) })

/** Whose it is to be: one's own, or an analyst's for a team. */
function ownerFault({ owner }: SubscriptionSettings, caller: Caller, teams: readonly string[]): Refused | null {
  const forbid = (message: string): Refused => ({ status: 403, problem: { code: 'forbidden', message } })
  if (owner.kind === 'team') {
    if (!isEnough(caller.role, 'analyst')) return forbid('subscriptions of teams take the role analyst')
    return teams.includes(owner.name) ? null : field('owner', `there is no team ${owner.name}`)
  }
  return caller.person !== undefined && owner.name === caller.name ? null : forbid('people subscribe themselves')
}

/** What it asks for. */
function askedFault(settings: SubscriptionSettings): Refused | null {
  const { about, search, kinds, isWatched, owner, when } = settings
  if (when.every !== 'change' && !isTimeZone(when.zone))
    return field('when.zone', 'expected a time zone such as Asia/Tokyo')
  if (about === 'weekly') return null
  if (queryOf(search) === null) return field('search', 'this is no filter; a word or value in it is unknown')
  if (kinds.length === 0) return field('kinds', 'expected a kind')
  return isWatched && owner.kind === 'team' ? field('isWatched', 'people watch, teams do not') : null
}

/** Null where nothing is wrong. `channel`: the one that it names; undefined where there is none. */
export function subscriptionFault(
  settings: SubscriptionSettings,
  caller: Caller,
  { teams, channel }: { teams: readonly string[]; channel: KeptChannel | undefined | 'any' },
): Refused | null {
  const fault = ownerFault(settings, caller, teams) ?? askedFault(settings)
  if (fault !== null || channel === 'any') return fault
  const { owner } = settings
  const isTheirs =
    channel !== undefined &&
    maySee(channel, caller) &&
    channel.owner.kind === owner.kind &&
    (owner.kind === 'person' || channel.owner.name === owner.name)
  return isTheirs ? null : field('channel', 'expected a channel of the same owner')
}
