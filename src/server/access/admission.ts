/** Who is let in at all. */
import type { Config } from '../config.ts'
import { commandLine } from '../product.ts'
import type { Store } from '../store/store.ts'
import { isLoopback } from './loopback.ts'
import type { OpenId } from './openid.ts'

/** How people are known here. `anonymous`: what those may do who have not signed in; null for nothing. */
export type Admission =
  | { signIn: 'single-user'; user: string }
  | { signIn: 'accounts'; anonymous: 'viewer' | null }
  | { signIn: 'openid'; anonymous: 'viewer' | null; openId: OpenId }

/** How a session begins here: at an issuer, or by an account. */
export const wayOf = (admission: Admission): string =>
  admission.signIn === 'openid' ? admission.openId.issuer : admission.signIn

/** Nobody may be let in as things are; the message says what to do. */
class NobodyAdmitted extends Error {
  override readonly name = 'NobodyAdmitted'
}

/**
 * How people are let in, by what is configured and who has an account. Where only this machine reaches the server, the person who
 * uses the machine works alone.
 *
 * @throws NobodyAdmitted where others could reach it and nobody has to sign in
 */
export async function admissionOf(
  { openId, anonymous, host, origin }: Pick<Config, 'openId' | 'anonymous' | 'host' | 'origin'>,
  { access }: Store,
  user: string,
): Promise<Admission> {
  // The library is loaded where there is a provider.
  if (openId !== null) return { signIn: 'openid', anonymous, openId: (await import('./openid.ts')).openIdOf(openId) }
  if ((await access.accounts()) > 0) return { signIn: 'accounts', anonymous }
  const reachable = [host, ...(origin === null ? [] : [new URL(origin).hostname])].find((name) => !isLoopback(name))
  if (reachable === undefined) return { signIn: 'single-user', user }
  throw new NobodyAdmitted(
    `others could reach ${reachable} and nobody would have to sign in; make an account with ` +
      `\`${commandLine('user', 'add NAME --role admin')}\`, or set OIDC_ISSUER, or leave HOST at 127.0.0.1 and PUBLIC_URL empty`,
  )
}
