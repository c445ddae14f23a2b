/** What a browser remembers between the two halves of a sign-in at a provider. */
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import * as z from 'zod'
import { Destination } from '../../contract/access.ts'

/** What it must show when it is back, and where the person wants to be then. */
const Begun = z.object({ state: z.string(), nonce: z.string(), codeVerifier: z.string(), to: Destination })
type Begun = z.infer<typeof Begun>

const seconds = 600

/** Browsers drop cookies of more than 4,096 bytes, their name and what is said of them included. */
const bytesAtMost = 3800

/** The place to go to is left out where it is too long to be remembered. */
function textOf(begun: Begun): string {
  const text = JSON.stringify(begun)
  return encodeURIComponent(text).length <= bytesAtMost ? text : JSON.stringify({ ...begun, to: '/' })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** `isSecure`: whether people come by https only; no server beside this one can then set the cookie. */
export function begunSignIns({ isSecure }: { isSecure: boolean }) {
  const name = `${isSecure ? '__Host-' : ''}hotfix-report-sign-in`
  const options = { httpOnly: true, sameSite: 'Lax', path: '/', secure: isSecure } as const
  return {
    remember: (c: Context, begun: Begun) => setCookie(c, name, textOf(begun), { ...options, maxAge: seconds }),
    /** What was remembered, once; null for nothing that makes sense. */
    recall(c: Context): Begun | null {
      const kept = getCookie(c, name) ?? ''
      deleteCookie(c, name, options)
      return Begun.safeParse(parsed(kept)).data ?? null
    },
  }
}
