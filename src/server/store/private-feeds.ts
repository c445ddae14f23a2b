import type { Role } from '../../contract/access.ts'
import type { NewPrivateFeed, PersonFeed, PrivateFeed } from '../../contract/private-feeds.ts'
import type { FilterOwner } from './filters.ts'

/** Whose an address is, as they are now; null for who works alone. `role` is null where a provider gives them none any more. */
export type FeedPerson = { name: string; role: Role | null; hasPassword: boolean; lastSignInAt: string | null }

/** Private addresses, known by the hash of their secret only. */
export type PrivateFeedStore = {
  /** Those of a person, the newest first. */
  list: (owner: FilterOwner) => Promise<PrivateFeed[]>
  /** `way`: how its person signs in. Null where they have as many as they may. */
  make: (
    feed: NewPrivateFeed,
    hash: string,
    from: { owner: FilterOwner; way: string; who: string },
  ) => Promise<PrivateFeed | null>
  /** False where the person has no such address. */
  revoke: (owner: FilterOwner, id: number, who: string) => Promise<boolean>
  /** Those of everybody, the newest first. */
  all: () => Promise<PersonFeed[]>
  /** Revokes that of any person; false where there is no such address. */
  revokeAny: (id: number, who: string) => Promise<boolean>
  /** The address of a secret, if people still sign in the way that its person did. */
  find: (hash: string, way: string) => Promise<{ feed: PrivateFeed; person: FeedPerson | null } | null>
  used: (id: number) => Promise<void>
}
