/** Who is asking: found out once for every route. */
import type { Context, MiddlewareHandler } from 'hono'
import { anyone as nobodyYet } from '../../contract/person-name.ts'
import { programName } from '../../domain/access/person-name.ts'
import type { Store } from '../store/store.ts'
import type { Admission } from './admission.ts'
import type { AuditOnce } from './rate-limited-audit.ts'
import type { AppEnv, Principal } from './principal.ts'
import { hashOf, tokenPrefix } from './secrets.ts'
import type { Sessions } from './sessions.ts'
import { unlessUnavailable } from '../store/engines/unavailable.ts'
import { sendProblem } from '../http/problem.ts'

const minute = 60_000

/** What a proxy in front asks for, and passes on: it says nothing to this server. */
const forProxies = /^(basic|digest|negotiate|ntlm)\b/i

type Deps = { store: Store; admission: Admission; sessions: Sessions; now: () => Date }

/** Who is asking, null where they may do nothing; `bad-token` where a token does not count. `isUse`: whether a person does something. */
export type Authenticate = (c: Context<AppEnv>, isUse: boolean) => Promise<Principal | null | 'bad-token'>

/**
 * By a token, else by a session, else as the one person who works here alone, or as anyone. A token that does not count
 * is never taken for nobody: its owner must learn of it.
 */
export function authenticatorOf({ store: { access }, admission, sessions, now }: Deps): Authenticate {
  if (admission.signIn === 'single-user') {
    const alone: Principal = { name: admission.user, role: 'admin', by: 'single-user' }
    return async () => alone
  }
  const anyone: Principal | null = admission.anonymous && { name: null, role: admission.anonymous, by: 'nothing' }

  async function byToken(secret: string): Promise<Principal | 'bad-token'> {
    const token = secret.startsWith(tokenPrefix) ? await access.token(hashOf(secret)) : null
    if (token === null || token.role === null) return 'bad-token'
    if (token.lastUsedAt === null || now().getTime() - Date.parse(token.lastUsedAt) > minute)
      await unlessUnavailable(access.tokenUsed(token.id))
    return { name: programName(token.title), role: token.role, by: 'token' }
  }
  return async (c, isUse) => {
    const shown = c.req.header('authorization')
    if (shown !== undefined && !forProxies.test(shown)) return byToken(/^Bearer +(\S+)$/i.exec(shown)?.[1] ?? '')
    const session = await sessions.find(c, isUse)
    if (session === null || session.person.role === null) return anyone
    const { name, role, passwordSet } = session.person
    // A password that is not asked for is not to be changed.
    const toChange = admission.signIn === 'accounts' ? passwordSet : null
    return { name, role, by: 'session', provedAt: session.provedAt, passwordSet: toChange }
  }
}

/** Finds out who is asking, for every route. */
export const identify =
  (authenticate: Authenticate, notice: AuditOnce): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const principal = await authenticate(c, true)
    if (principal === 'bad-token') {
      await notice(c, (address) => ({ who: nobodyYet, what: 'token-refused', detail: { address } }))
      return sendProblem(c, 401, { code: 'unauthenticated', message: 'this token does not count' })
    }
    c.set('principal', principal)
    return next()
  }
