/** Whether a password is right, as often as it may be tried. */
import type { Context } from 'hono'
import { nameKey } from '../../domain/access/person-name.ts'
import type { Limit, RateLimits } from './limits.ts'
import { TooBusy, type Passwords } from './passwords.ts'
import type { AppEnv } from './principal.ts'

export type PasswordTrial = ReturnType<typeof passwordTrials>

type Deps = { passwords: Passwords; limits: Pick<RateLimits, 'signInByName' | 'signInByAddress'> }

/** Signing in, changing the password and showing it again use up the same attempts. */
export function passwordTrials({ passwords, limits }: Deps) {
  const keysOf = (c: Context<AppEnv>, name: string): [Limit, string][] => {
    const address = c.get('address')
    return [
      [limits.signInByAddress, address],
      [limits.signInByName, `${address} ${nameKey(name)}`],
    ]
  }
  return {
    /** Seconds until a password of this name may be tried again from where this comes; null for now. */
    async waitFor(c: Context<AppEnv>, name: string): Promise<number | null> {
      for (const [limit, key] of keysOf(c, name)) {
        const wait = await limit(key)
        if (wait !== null) return wait
      }
      return null
    },
    /** Whether a password is right. A try for which there was no time is none: others who guess must not use it up. */
    async isRight(c: Context<AppEnv>, name: string, password: string, kept: string | null): Promise<boolean> {
      try {
        return await passwords.isRight(password, kept)
      } catch (error) {
        if (error instanceof TooBusy) for (const [limit, key] of keysOf(c, name)) await limit.giveBack(key)
        throw error
      }
    },
  }
}
