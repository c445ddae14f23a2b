import type { Context } from 'hono'
import { anyone } from '../../contract/person-name.ts'
import { access } from '../../contract/endpoints/access.ts'
import type { Admission } from '../access/admission.ts'
import { begunSignIns } from '../access/pending-sign-ins.ts'
import type { RateLimits } from '../access/limits.ts'
import type { AuditOnce } from '../access/rate-limited-audit.ts'
import { isProved } from '../../domain/access/proof.ts'
import { NotSignedIn } from '../access/not-signed-in.ts'
import type { OpenId } from '../access/openid.ts'
import type { AppEnv } from '../access/principal.ts'
import type { Sessions } from '../access/sessions.ts'
import type { KnownPerson } from '../store/access.ts'
import type { Report } from '../logs/log.ts'
import type { Store } from '../store/store.ts'
import { notHere, tooManySignIns } from './access.ts'
import { routeGroup, routeOf, type Routes } from './describe.ts'
import { sendProblem } from '../http/problem.ts'

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
  report: Report
}

/** Coming in by an OpenID provider: to it, and back. */
export function openIdRoutes({ store, admission, limits, notice, origin, now, report, ...deps }: Deps): Routes {
  const { sessions } = deps
  const openId: OpenId | null = admission.signIn === 'openid' ? admission.openId : null
  const begunHere = begunSignIns({ isSecure: origin?.startsWith('https:') ?? false, key: openId?.key ?? '', now })
  const callbackOf = (c: Context<AppEnv>) => `${origin ?? new URL(c.req.url).origin}${access.finishOpenId.path}`

  /** Where a browser goes that has shown again who uses it: a page that tells the one from which it came. */
  const proofPage = '/account'

  /** Logs why a sign-in failed, tells the operator what they may have to mend, and leads back to the page. */
  async function refuse(c: Context<AppEnv>, error: unknown, isProof: boolean): Promise<Response> {
    if (!(error instanceof NotSignedIn)) throw error
    const { reason, person } = error
    const isNew = await notice(c, (address) => {
      return { who: anyone, what: 'sign-in-refused', detail: { reason, person, address } }
    })
    if (isNew) report(error, c.get('requestId'))
    return c.redirect(isProof ? `${proofPage}#refused-${reason}` : `/sign-in?refused=${reason}`)
  }

  /** When a person signed in at the provider, as far as it says; what is yet to come is now. */
  const provedAtOf = (authenticatedAt: Date | null) =>
    authenticatedAt === null ? null : new Date(Math.min(authenticatedAt.getTime(), now().getTime())).toISOString()

  /** Takes a fresh sign-in for the session that there is: of the same person, and so that the provider says when it was. */
  async function prove(c: Context<AppEnv>, person: KnownPerson, provedAt: string | null): Promise<Response> {
    const session = await sessions.find(c, true)
    if (session !== null && session.person.id !== person.id)
      throw new NotSignedIn('refused', `${person.name} signed in where ${session.person.name} was asked to`, {
        person: person.name,
      })
    if (provedAt === null || !isProved(provedAt, now()))
      throw new NotSignedIn(
        'refused',
        `the provider does not say that ${person.name} has just signed in; let it send the claim auth_time, or set OIDC_PROOF=none`,
        { person: person.name },
      )
    // It may have ended meanwhile: then this is a sign-in as any other.
    if (session !== null) await sessions.prove(c, provedAt)
    else await enter(c, person, provedAt)
    return c.redirect(`${proofPage}#proved`)
  }

  async function enter(c: Context<AppEnv>, person: KnownPerson, provedAt: string | null): Promise<void> {
    if (await sessions.start(c, person, { provedAt })) return
    throw new NotSignedIn('refused', `${person.name} was removed meanwhile`, { person: person.name })
  }

  return routeGroup()
    .openapi(routeOf(access.beginOpenId), async (c) => {
      if (openId === null) return sendProblem(c, 404, notHere)
      // As a picture of a foreign page it would only use up the attempts of everybody at this address.
      if ((c.req.header('sec-fetch-dest') ?? 'document') !== 'document')
        return sendProblem(c, 403, { code: 'forbidden', message: 'this is a page to go to' })
      const wait = await limits.openIdByAddress(c.get('address'))
      if (wait !== null) return tooManySignIns(c, notice, wait)
      const { to = '/', proof } = c.req.valid('query')
      const isProof = proof === 'yes'
      try {
        const { url, checks } = await openId.begin(callbackOf(c), isProof)
        await begunHere.remember(c, { ...checks, to, isProof })
        return c.redirect(url)
      } catch (error) {
        return refuse(c, error, isProof)
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
        const { role, lacksGroups, authenticatedAt, ...told } = await openId.finish(current, begun)
        if (role === null) {
          await store.access.shutOut(told)
          const why = lacksGroups
            ? `the provider left out the groups of ${told.name}, who is in too many of them for a token; let it send only the groups that are assigned to this application, or app roles (OIDC_ROLES_CLAIM)`
            : `${told.name} has no role here: no value of the claim in OIDC_ROLES_CLAIM is named in OIDC_ROLES`
          throw new NotSignedIn('no-role', why, { person: told.name })
        }
        const person = await store.access.meet({ ...told, role })
        const provedAt = provedAtOf(authenticatedAt)
        if (begun.isProof) return await prove(c, person, provedAt)
        await enter(c, person, provedAt)
        return c.redirect(begun.to)
      } catch (error) {
        return refuse(c, error, begun.isProof)
      }
    })
}
