import type { Role } from '../../contract/access.ts'
import type { AccessEvent, ApiToken, AuditEntry, Person, TokenSettings } from '../../contract/people.ts'

/** What happens at the door: to whom or what, and by whom. */
export type AtTheDoor = { who: string; what: AccessEvent; about: string | null }

/** Somebody with what only the server may know of them. */
export type KnownPerson = {
  id: number
  name: string
  role: Role
  /** As `passwords.ts` writes it; null for who signs in elsewhere. */
  password: string | null
}

/** Somebody as an OpenID provider knows them: `subject` is theirs for ever, the name may change. */
export type ProviderPerson = { subject: string; name: string; role: Role }

/** Whether somebody must be there who lets people in: refused as `no-admin` is what would leave accounts without an admin's. */
export type Keeping = 'an-admin' | 'nobody'

export type PeopleStore = {
  /** Everybody who may come in, by name. */
  people: () => Promise<Person[]>
  /** How many of them sign in with an account that is kept here. */
  accounts: () => Promise<number>
  find: (name: string) => Promise<KnownPerson | null>
  /** Adds an account, or changes what is given; the sessions of a changed one end. A new one has to have a password. */
  set: (
    name: string,
    settings: { role: Role; password?: string },
    who: string,
    keeping?: Keeping,
  ) => Promise<'done' | 'no-password' | 'no-admin'>
  remove: (name: string, who: string, keeping?: Keeping) => Promise<'done' | 'missing' | 'no-admin'>
  /** Adds somebody whom a provider knows, or follows what it says of them now. A name that another has gets the subject behind it. */
  meet: (person: ProviderPerson) => Promise<KnownPerson>
}

/** Sessions are known by the hash of their secret only. */
export type SessionStore = {
  /** False where the person has gone, or got another password, since they were looked up. */
  startSession: (person: Pick<KnownPerson, 'id' | 'password'>, hash: string, expiresAt: string) => Promise<boolean>
  /** Whose session it is, if it has not ended, and until when it lasts. */
  session: (hash: string) => Promise<{ person: KnownPerson; expiresAt: string; startedAt: string } | null>
  prolongSession: (hash: string, expiresAt: string) => Promise<void>
  endSession: (hash: string) => Promise<void>
  /** Ends the sessions of somebody whom a provider gives no role any more. */
  shutOut: (subject: string) => Promise<void>
}

/** Tokens are known by the hash of their secret only, too. */
export type TokenStore = {
  /** The tokens that are neither revoked nor expired, the newest first. */
  tokens: () => Promise<ApiToken[]>
  addToken: (settings: TokenSettings, hash: string, expiresAt: string, who: string) => Promise<ApiToken>
  token: (hash: string) => Promise<ApiToken | null>
  tokenUsed: (id: number) => Promise<void>
  /** False where there is no such token. */
  revokeToken: (id: number, who: string) => Promise<boolean>
}

export type LogStore = {
  /** Writes down what happens at the door where nothing else is written. */
  note: (event: AtTheDoor) => Promise<void>
  /** What has happened before an event, or until now, of all topics, the last first. */
  audit: (before: number | null, atMost: number) => Promise<AuditEntry[]>
}

/** Who may come in, who is in, and what has happened at the door. */
export type AccessStore = PeopleStore & SessionStore & TokenStore & LogStore
