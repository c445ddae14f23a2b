import type { Context } from 'hono'
import { anyone } from '../../contract/person-name.ts'
import { access } from '../../contract/endpoints/access.ts'
import type { Admission } from '../access/admission.ts'
import { begunSignIns } from '../access/pending-sign-ins.ts'
import type { RateLimits } from '../access/limits.ts'
import type { AuditOnce } from '../access/rate-limited-audit.ts'
import { NotSignedIn, type OpenId } from '../access/openid.ts'
import type { AppEnv } from '../access/principal.ts'
import type { Sessions } from '../access/sessions.ts'
import type { Store } from '../store/store.ts'
import { notHere, tooManySignIns } from './access.ts'
import { routeGroup, routeOf, type Routes } from './describe.ts'
import { sendProblem } from '../problem.ts'

type Deps = {
  store: Store
  admission: Admission
  sessions: Sessions
  limits: RateLimits
  notice: AuditOnce
  /** Where people reach this server; null for where they just did. */
  origin: string | null
  now: () => Date
  /** Told why nobody can sign in: people are told no more than that. */
  report: (error: unknown) => void
}

/** Coming in by an OpenID provider: to it, and back. */
export function openIdRoutes({ store, admission, limits, notice, origin, now, report, ...deps }: Deps): Routes {
  const { sessions } = deps
  const openId: OpenId | null = admission.signIn === 'openid' ? admission.openId : null
  const begunHere = begunSignIns({ isSecure: origin?.startsWith('https:') ?? false, key: openId?.key ?? '', now })
  const callbackOf = (c: Context<AppEnv>) => `${origin ?? new URL(c.req.url).origin}${access.finishOpenId.path}`

  /** Logs why a sign-in failed, tells the operator what they may have to mend, and leads back to the page. */
  async function refuse(c: Context<AppEnv>, error: unknown): Promise<Response> {
    if (!(error instanceof NotSignedIn)) throw error
    const { reason, person } = error
    const isNew = await notice(c, (address) => {
      return { who: anyone, what: 'sign-in-refused', detail: { reason, person, address } }
    })
    if (isNew) report(error)
    return c.redirect(`/sign-in?refused=${reason}`)
  }

  return routeGroup()
    .openapi(routeOf(access.beginOpenId), async (c) => {
      if (openId === null) return sendProblem(c, 404, notHere)
      // As a picture of a foreign page it would only use up the attempts of everybody at this address.
      if ((c.req.header('sec-fetch-dest') ?? 'document') !== 'document')
        return sendProblem(c, 403, { code: 'forbidden', message: 'this is a page to go to' })
      const wait = await limits.openIdByAddress(c.get('address'))
      if (wait !== null) return tooManySignIns(c, notice, wait)
      try {
        const { url, checks } = await openId.begin(callbackOf(c))
        await begunHere.remember(c, { ...checks, to: c.req.valid('query').to ?? '/' })
        return c.redirect(url)
      } catch (error) {
        return refuse(c, error)
      }
    })
    .openapi(routeOf(access.finishOpenId), async (c) => {
      if (openId === null) return sendProblem(c, 404, notHere)
      const wait = await limits.callbackByAddress(c.get('address'))
      if (wait !== null) return tooManySignIns(c, notice, wait)
      const begun = await begunHere.recall(c, c.req.query('state') ?? '')
      if (begun === null) return c.redirect('/sign-in?refused=refused')
      const current = new URL(callbackOf(c))
      current.search = new URL(c.req.url).search
      try {
        const { role, lacksGroups, ...person } = await openId.finish(current, begun)
        if (role === null) {
          await store.access.shutOut(person)
          const why = lacksGroups
            ? `the provider left out the groups of ${person.name}, who is in too many of them for a token; let it send only the groups that are assigned to this application, or app roles (OIDC_ROLES_CLAIM)`
            : `${person.name} has no role here: no value of the claim in OIDC_ROLES_CLAIM is named in OIDC_ROLES`
          throw new NotSignedIn('no-role', why, { person: person.name })
        }
        if (!(await sessions.start(c, await store.access.meet({ ...person, role }))))
          throw new NotSignedIn('refused', `${person.name} was removed meanwhile`, { person: person.name })
        return c.redirect(begun.to)
      } catch (error) {
        return refuse(c, error)
      }
    })
}
