import type { PasswordSet, Role } from '../../contract/access.ts'
import type { AccessEvent, AuditEntry, AuditTopic } from '../../contract/audit.ts'
import type { ApiToken, Person, SignInEntry, TokenSettings } from '../../contract/people.ts'

/** An access event, and who did it. */
export type NotedAccess = { who: string } & AccessEvent

/** A person with what only the server may know of them. */
export type KnownPerson = {
  id: number
  name: string
  /** Null for whom a provider gives none any more. */
  role: Role | null
  /** As `passwords.ts` writes it; null for who signs in elsewhere. */
  password: string | null
  /** Who has set that password in their stead; null where they have chosen it themselves. */
  passwordSet: PasswordSet | null
}

/** A person as an OpenID provider knows them: `subject` is theirs for ever at this issuer, the name may change. */
export type ProviderPerson = { issuer: string; subject: string; name: string; role: Role }

/** Whether an admin must remain: refused as `no-admin` is what would leave accounts without an admin's. */
type Keeping = 'an-admin' | 'nobody'

export type PeopleStore = {
  /** Everybody who may come in, by name. */
  people: () => Promise<Person[]>
  /** How many of them sign in with an account that is kept here. */
  accounts: () => Promise<number>
  find: (name: string) => Promise<KnownPerson | null>
  /**
   * Adds an account, or changes what is given; the sessions of a changed one end. A new one has to have a password and a
   * role, and a name that was never another person's (`taken`): who has it is taken for who has done what is on record under it.
   * `isForOther`: whether the password is one that its person has to change.
   */
  set: (
    name: string,
    settings: { role?: Role | undefined; password?: string; isForOther?: boolean },
    who: string,
    keeping?: Keeping,
  ) => Promise<'done' | 'no-password' | 'no-role' | 'no-admin' | 'taken'>
  /** Sets a person's own password; all their sessions end. False where they have gone, or got another password, since they were looked up. */
  setOwnPassword: (person: Pick<KnownPerson, 'id' | 'name' | 'password'>, password: string) => Promise<boolean>
  /** The tokens that the person has made end, too. */
  remove: (name: string, who: string, keeping?: Keeping) => Promise<'done' | 'missing' | 'no-admin'>
  /** Lets the name of a removed person be given again; false where no removed person had it. */
  releaseName: (name: string, who: string) => Promise<boolean>
  /** Adds a person of a provider, or follows what it says of them now. A name that is or was another's gets the subject behind it. */
  meet: (person: ProviderPerson) => Promise<KnownPerson>
}

/** A session as it begins. `way`: how its person signed in, by an account or at which issuer. */
type NewSession = {
  hash: string
  expiresAt: string
  way: string
  address: string | null
  browser?: string | null
  system?: string | null
  /** When its person has shown who they are; null where that is not known. */
  provedAt?: string | null
  /** Whether it only replaces another session of a person who has signed in already. */
  isRenewed?: boolean
}

export type OpenSession = {
  id: string
  person: KnownPerson
  startedAt: string
  expiresAt: string
  usedAt: string
  address: string | null
  provedAt: string | null
}

/** Sessions are known by the hash of their secret only. */
export type SessionStore = {
  /** False where the person has gone, or got another password, since they were looked up. */
  startSession: (person: Pick<KnownPerson, 'id' | 'password'>, session: NewSession) => Promise<boolean>
  /** Whose session it is, if it has not ended and people still sign in that way, and until when it lasts. */
  session: (hash: string, way: string) => Promise<OpenSession | null>
  /** Notes that a session was used, from where, and until when it therefore lasts. */
  useSession: (hash: string, use: { expiresAt: string; address: string }) => Promise<void>
  proveSession: (hash: string, provedAt: string) => Promise<void>
  endSession: (hash: string) => Promise<void>
  /** Where a person is signed in that way, the one last used first; none is marked as current. */
  signIns: (personId: number, way: string) => Promise<SignInEntry[]>
  /** Ends the one of a person, or all but one (`except`); tells how many. */
  endSignIns: (person: Pick<KnownPerson, 'id' | 'name'>, which: { id: string } | { except: string }) => Promise<number>
  /** Takes the role of a person to whom the provider no longer grants one, and ends their sessions. */
  shutOut: (person: Omit<ProviderPerson, 'role'>) => Promise<void>
}

/** Tokens are known by the hash of their secret only, too. */
export type TokenStore = {
  /** The tokens that are neither revoked nor expired, the newest first. */
  tokens: () => Promise<ApiToken[]>
  /**
   * Makes a token, which may never do more than who has made it. `maker`: whether that has to be a person who is known
   * here; null where it has to, and is not.
   */
  addToken: (
    settings: TokenSettings,
    hash: string,
    expiresAt: string,
    who: string,
    maker?: 'a-person' | 'anybody',
  ) => Promise<ApiToken | null>
  token: (hash: string) => Promise<ApiToken | null>
  tokenUsed: (id: number) => Promise<void>
  /** False where there is no such token. */
  revokeToken: (id: number, who: string) => Promise<boolean>
}

export type LogStore = {
  /** Logs access events where nothing else is written. */
  note: (event: NotedAccess) => Promise<void>
  /** When another person has set the password of a person last, since a moment (ISO 8601), and who; null where nobody has. */
  passwordSetFor: (person: string, since: string) => Promise<{ by: string; at: string } | null>
  /** What has happened before an event, or until now, of all topics or of one, the last first. */
  audit: (before: number | null, atMost: number, topic?: AuditTopic) => Promise<AuditEntry[]>
}

/** People, sessions, tokens, and the log of access. */
export type AccessStore = PeopleStore & SessionStore & TokenStore & LogStore
