/** Who has signed in stays so for a while, by a cookie that no script can read. */
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { KnownPerson } from '../store/access.ts'
import type { Store } from '../store/store.ts'
import type { AppEnv } from './principal.ts'
import { unlessUnavailable } from '../store/engines/unavailable.ts'
import { freshSecret, hashOf } from './secrets.ts'

const minute = 60_000
const hour = 60 * minute

/** A session ends so long after it was last used, and at the latest so long after it began. */
const idle = 12 * hour
const longest = 7 * 24 * hour
/** It is not written down each time that it is used. */
const precision = 10 * minute

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
    /**
     * Begins a session in place of the one that the browser may have; false where the person has changed meanwhile.
     * `isRenewed`: whether they had signed in before.
     */
    async start(c: Context<AppEnv>, person: KnownPerson, isRenewed = false): Promise<boolean> {
      const before = getCookie(c, name)
      if (before !== undefined) await access.endSession(hashOf(before))
      const secret = freshSecret()
      const address = c.get('address')
      const session = { hash: hashOf(secret), expiresAt: after(idle), way, address, isRenewed }
      if (!(await access.startSession(person, session))) return false
      setCookie(c, name, secret, { ...options, maxAge: longest / 1000 })
      return true
    },
    /** Who has signed in, as far as the browser can show; null for nobody. `isUse`: whether that keeps the session going. */
    async find(c: Context, isUse: boolean): Promise<KnownPerson | null> {
      const secret = getCookie(c, name)
      if (secret === undefined) return null
      const hash = hashOf(secret)
      const session = await access.session(hash, way)
      if (session === null) return null
      const end = new Date(Date.parse(session.startedAt) + longest).toISOString()
      const prolonged = after(idle) < end ? after(idle) : end
      if (isUse && Date.parse(prolonged) - Date.parse(session.expiresAt) > precision)
        await unlessUnavailable(access.prolongSession(hash, prolonged))
      return session.person
    },
    async end(c: Context): Promise<void> {
      const secret = getCookie(c, name)
      if (secret !== undefined) await access.endSession(hashOf(secret))
      deleteCookie(c, name, options)
    },
  }
}
