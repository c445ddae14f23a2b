/** Who may ask what: the table of endpoints says so, and what it does not name is not there. */
import type { MiddlewareHandler } from 'hono'
import { isProved } from '../../domain/access/proof.ts'
import { isEnough } from '../../domain/access/roles.ts'
import { endpoints } from '../../contract/endpoints.ts'
import type { Endpoint } from '../../contract/endpoints/endpoint.ts'
import { anyone } from '../../contract/person-name.ts'
import type { Problem } from '../../contract/problem.ts'
import { answerOtherMethod } from '../http/methods.ts'
import { endpointAt } from './endpoint-at.ts'
import type { AuditOnce } from './rate-limited-audit.ts'
import { withoutSecret } from './secrets.ts'
import type { AppEnv, Principal } from './principal.ts'
import { sendProblem } from '../http/problem.ts'

/** Why a request is refused; null where it is allowed. `asksProof`: whether people can show again who they are. */
function refusal(endpoint: Endpoint, principal: Principal | null, now: Date, asksProof: boolean): Problem | null {
  const { role, isPersonal, needsProof, isForPrograms } = endpoint
  if (role === 'anyone') return null
  if (principal === null) return { code: 'unauthenticated', message: 'sign in first' }
  if (principal.by === 'session' && principal.passwordSet && endpoint !== endpoints.setOwnPassword) {
    const message = `${principal.passwordSet.by} has set your password: choose one of your own first`
    return { code: 'password_change_required', message }
  }
  if (!isEnough(principal.role, role))
    return principal.name === null
      ? { code: 'unauthenticated', message: 'sign in first' }
      : { code: 'forbidden', message: `this takes the role ${role}; ${principal.name} has ${principal.role}` }
  if (isForPrograms === true && (principal.by === 'session' || principal.by === 'nothing')) {
    const message = 'this is for programs: ask with a token, or on the machine of the server'
    return { code: principal.by === 'nothing' ? 'unauthenticated' : 'forbidden', message }
  }
  if (isPersonal !== true) return null
  if (principal.by === 'nothing') return { code: 'unauthenticated', message: 'sign in first' }
  if (principal.by === 'token')
    return { code: 'forbidden', message: `this is for people who sign in, and ${principal.name} is a program` }
  if (needsProof === true && asksProof && principal.by === 'session' && !isProved(principal.provedAt ?? null, now))
    return { code: 'proof_required', message: 'show first that it is still you: by your password, or at the provider' }
  return null
}

const methods = ['GET', 'POST', 'PUT', 'DELETE']

/** What is not found goes no further. */
const nowhere = async () => {}

type Deps = {
  /** Answers what is none of the API, such as the built pages. */
  site: MiddlewareHandler<AppEnv> | undefined
  notice: AuditOnce
  now: () => Date
  /** Whether people can show again who they are. */
  asksProof: boolean
}

/** Lets a request on to its route where its sender may ask that; all that is no endpoint is answered here. */
export function authorize({ site, notice, now, asksProof }: Deps): MiddlewareHandler<AppEnv> {
  const outside: MiddlewareHandler<AppEnv> = async (c) => {
    const others = methods.filter((method) => endpointAt(method, c.req.path) !== null)
    if (others.length > 0) return answerOtherMethod(c, others)
    const message = `there is no ${c.req.method} ${withoutSecret(c.req.path)}`
    const isPage = site !== undefined && !c.req.path.startsWith('/api/')
    const page = isPage ? await site(c, nowhere) : undefined
    return page ?? sendProblem(c, 404, { code: 'not_found', message })
  }
  return async (c, next) => {
    const endpoint = endpointAt(c.req.method, c.req.path)
    if (endpoint === null) return outside(c, next)
    const principal = c.get('principal') ?? null
    const refused = refusal(endpoint, principal, now(), asksProof)
    if (refused === null) return next()
    // Who is known and asks for more than they may; that nobody has signed in yet is nothing to note.
    if (refused.code === 'forbidden')
      await notice(c, (address) => ({
        who: principal?.name ?? anyone,
        what: 'access-refused',
        detail: { reason: 'role', to: `${endpoint.method.toUpperCase()} ${endpoint.path}`, address },
      }))
    return sendProblem(c, refused.code === 'unauthenticated' ? 401 : 403, refused)
  }
}
