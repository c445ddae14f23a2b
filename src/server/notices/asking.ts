/** Whose channels and subscriptions one may see and change. */
import type { Role } from '../../contract/access.ts'
import type { NoticeOwner } from '../../contract/notices.ts'
import { isEnough } from '../../domain/access/roles.ts'
import type { Principal } from '../access/principal.ts'
import type { Store } from '../store/store.ts'

/** Who asks. `person`: their number, null of who works alone; undefined of who has nothing of their own, such as a program. */
export type Caller = { name: string | null; role: Role; person: number | null | undefined }

export async function callerOf({ access }: Pick<Store, 'access'>, principal: Principal | null): Promise<Caller> {
  if (principal === null) throw new Error('a route that needs a role was opened to anyone')
  const { name, role, by } = principal
  if (by === 'single-user') return { name, role, person: null }
  return { name, role, person: by === 'session' ? (await access.find(name))?.id : undefined }
}

/** What has an owner. `person`: the number of that one; null of teams, and of who works alone. */
type Owned = { owner: NoticeOwner; person: number | null }

export const isOwn = ({ owner, person }: Owned, caller: Caller): boolean =>
  owner.kind === 'person' && person === caller.person

/** Whose it is that a person makes: a team's, or their own. */
export const isOf =
  (owner: NoticeOwner, caller: Caller) =>
  (owned: Owned): boolean =>
    owner.kind === 'team' ? owned.owner.kind === 'team' && owned.owner.name === owner.name : isOwn(owned, caller)

/** The number of the person who owns what they make; null of teams, and of who works alone. */
export const personOf = (owner: NoticeOwner, { person = null }: Caller): number | null =>
  owner.kind === 'person' ? person : null

/** One's own, and those of teams. */
export const maySee = (owned: Owned, caller: Caller): boolean => owned.owner.kind === 'team' || isOwn(owned, caller)

/** One's own, and with this role those of teams. */
export const mayChange = (owned: Owned, caller: Caller, role: Role): boolean =>
  owned.owner.kind === 'team' ? isEnough(caller.role, role) : isOwn(owned, caller)
