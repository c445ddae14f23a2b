/** What a browser remembers between the two halves of a sign-in at a provider. */
import type { Context } from 'hono'
import { deleteCookie, getCookie, getSignedCookie, setSignedCookie } from 'hono/cookie'
import * as z from 'zod'
import { Destination } from '../../contract/access.ts'

/** What it must show when it is back, until when, and where the person wants to be then. */
const Begun = z.object({
  state: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  to: Destination,
  /** Whether they are in already, and show again who they are. */
  isProof: z.boolean(),
  until: z.number(),
})
type Begun = z.infer<typeof Begun>

const seconds = 600

/** How many tabs may be signing in at once. With what each may take, servers still read the header of all their cookies. */
const atOnce = 4
const maxBytes = 1800

/** The place to go to is left out where it is too long to be remembered. */
function textOf(begun: Begun): string {
  const text = JSON.stringify(begun)
  return encodeURIComponent(text).length <= maxBytes ? text : JSON.stringify({ ...begun, to: '/' })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

type Deps = {
  /** Whether people come by https only; no server beside this one can then set the cookie. */
  isSecure: boolean
  /** By this the server knows what it has said itself. */
  key: string
  now: () => Date
}

/** A cookie for each sign-in that has begun, named after its state, so that one tab does not end what another has begun. */
export function begunSignIns({ isSecure, key, now }: Deps) {
  const prefix = `${isSecure ? '__Host-' : ''}hotfix-report-sign-in-`
  const options = { httpOnly: true, sameSite: 'Lax', path: '/', secure: isSecure } as const
  return {
    async remember(c: Context, begun: Omit<Begun, 'until'>): Promise<void> {
      // A browser tells the oldest first.
      const before = Object.keys(getCookie(c)).filter((name) => name.startsWith(prefix))
      for (const name of before.slice(0, Math.max(0, before.length - atOnce + 1))) deleteCookie(c, name, options)
      const text = textOf({ ...begun, until: now().getTime() + seconds * 1000 })
      await setSignedCookie(c, `${prefix}${begun.state}`, text, key, { ...options, maxAge: seconds })
    },
    /** What was remembered under a state, once; null for nothing that this server has said and that still counts. */
    async recall(c: Context, state: string): Promise<Begun | null> {
      // What cannot be in the name of a cookie was never sent.
      if (!/^[\w-]+$/.test(state)) return null
      const name = `${prefix}${state}`
      const kept = await getSignedCookie(c, key, name)
      if (kept === undefined) return null
      deleteCookie(c, name, options)
      const begun = Begun.safeParse(parsed(kept === false ? '' : kept)).data
      return begun !== undefined && begun.state === state && begun.until > now().getTime() ? begun : null
    },
  }
}
