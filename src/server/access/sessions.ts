/** Who has signed in stays so for a while, by a cookie that no script can read. */
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { browserFamily } from '../../domain/access/browser-family.ts'
import type { KnownPerson, OpenSession } from '../store/access.ts'
import type { Store } from '../store/store.ts'
import type { AppEnv } from './principal.ts'
import { unlessUnavailable } from '../store/engines/unavailable.ts'
import { freshSecret, hashOf } from './secrets.ts'

const minute = 60_000
const hour = 60 * minute

/** A session ends so long after it was last used, and at the latest so long after it began. */
const idle = 12 * hour
const longest = 7 * 24 * hour
/** That it was used is not written down each time: so seldom, and from another address so seldom. */
const precision = { sameAddress: 10 * minute, otherAddress: minute }

/** The name of the cookie; with its prefix browsers take it by https only. */
export const sessionCookie = (isSecure: boolean) => (isSecure ? '__Host-hotfix-report' : 'hotfix-report')

export type Sessions = ReturnType<typeof sessionsOf>

type Deps = {
  now: () => Date
  /** Whether people come by https only; the cookie then never travels otherwise. */
  isSecure: boolean
  /** How people sign in here: what has begun otherwise does not count. */
  way: string
}

export function sessionsOf({ access }: Store, { now, isSecure, way }: Deps) {
  const name = sessionCookie(isSecure)
  const options = { httpOnly: true, sameSite: 'Lax', path: '/', secure: isSecure } as const
  const after = (milliseconds: number) => new Date(now().getTime() + milliseconds).toISOString()

  return {
    way,
    /**
     * Begins a session in place of the one that the browser may have; false where the person has changed meanwhile.
     * `isRenewed`: whether they had signed in before. `provedAt`: when they have shown who they are.
     */
    async start(
      c: Context<AppEnv>,
      person: KnownPerson,
      { isRenewed = false, provedAt }: { isRenewed?: boolean; provedAt: string | null },
    ): Promise<boolean> {
      const before = getCookie(c, name)
      if (before !== undefined) await access.endSession(hashOf(before))
      const secret = freshSecret()
      const about = { address: c.get('address'), ...browserFamily(c.req.header('user-agent')) }
      const session = { hash: hashOf(secret), expiresAt: after(idle), way, isRenewed, provedAt, ...about }
      if (!(await access.startSession(person, session))) return false
      setCookie(c, name, secret, { ...options, maxAge: longest / 1000 })
      return true
    },
    /** The session that the browser can show; null for none. `isUse`: whether that keeps it going. */
    async find(c: Context<AppEnv>, isUse: boolean): Promise<OpenSession | null> {
      const secret = getCookie(c, name)
      if (secret === undefined) return null
      const hash = hashOf(secret)
      const session = await access.session(hash, way)
      if (session === null) return null
      const address = c.get('address')
      const every = address === session.address ? precision.sameAddress : precision.otherAddress
      if (isUse && now().getTime() - Date.parse(session.usedAt) > every) {
        const end = new Date(Date.parse(session.startedAt) + longest).toISOString()
        const expiresAt = after(idle) < end ? after(idle) : end
        await unlessUnavailable(access.useSession(hash, { expiresAt, address }))
      }
      return session
    },
    /** Notes that its person has shown again who they are. */
    async prove(c: Context<AppEnv>, provedAt: string): Promise<void> {
      const secret = getCookie(c, name)
      if (secret !== undefined) await access.proveSession(hashOf(secret), provedAt)
    },
    async end(c: Context<AppEnv>): Promise<void> {
      const secret = getCookie(c, name)
      if (secret !== undefined) await access.endSession(hashOf(secret))
      deleteCookie(c, name, options)
    },
  }
}
