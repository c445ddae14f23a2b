/** What is wrong with a channel as a person enters it. */
import type { NewChannel } from '../../contract/notices.ts'
import { channelsOfOne } from '../../contract/limits.ts'
import type { Problem } from '../../contract/problem.ts'
import { isEnough } from '../../domain/access/roles.ts'
import type { ReadAddress } from '../../domain/notices/address.ts'
import { refusedField } from '../routes/problems.ts'
import type { KeptChannel } from '../store/channels.ts'
import { isOf, type Caller } from './asking.ts'

type Refused = { status: 400 | 403 | 409; problem: Problem }

const refused = (problem: Problem, status: Refused['status'] = 400): Refused => ({ status, problem })

type Known = { channels: readonly KeptChannel[]; teams: readonly string[]; address: ReadAddress | null }

/** Null where nothing is wrong: one's own mail, or a channel of a team that an admin sets. */
export function channelFault({ kind, owner }: NewChannel, caller: Caller, known: Known): Refused | null {
  const { channels, teams, address } = known
  if (owner.kind === 'person') {
    if (kind !== 'email') return refused(refusedField('kind', 'a person has a mail address; this belongs to a team'))
    if (caller.person === undefined || owner.name !== caller.name)
      return refused({ code: 'forbidden', message: 'people enter their own mail address themselves' }, 403)
  } else {
    if (!isEnough(caller.role, 'admin'))
      return refused({ code: 'forbidden', message: 'channels of teams are set by an admin' }, 403)
    if (!teams.includes(owner.name)) return refused(refusedField('owner', `there is no team ${owner.name}`))
  }
  if (address === null)
    return refused(
      refusedField(
        'address',
        kind === 'email'
          ? 'expected a mail address such as sato@example.com'
          : 'expected an https address without a user and password',
      ),
    )
  const own = channels.filter(isOf(owner, caller))
  if (own.length >= channelsOfOne.maxLength)
    return refused({ code: 'conflict', message: `at most ${channelsOfOne.maxLength} channels each` }, 409)
  if (kind === 'email' && own.some((each) => each.kind === 'email' && each.address === address.shown))
    return refused({ code: 'conflict', message: `${address.shown} is there already` }, 409)
  return null
}
