/** Signing in at an OpenID provider: authorization code flow with PKCE, state and nonce. */
import { createHmac, randomBytes } from 'node:crypto'
import * as oidc from 'openid-client'
import type { Role } from '../../contract/access.ts'
import { cleanName } from '../../domain/access/person-name.ts'
import type { ProviderPerson } from '../store/access.ts'
import { isLoopback } from './loopback.ts'
import { NotSignedIn } from './not-signed-in.ts'
import { isName, roleFrom } from './openid-roles.ts'

export type OpenIdSettings = {
  issuer: URL
  clientId: string
  /** Null for a public client. */
  clientSecret: string | null
  scope: string
  /** The claim that holds the roles; a path such as `realm_access.roles` reaches into objects. */
  rolesClaim: string
  /** Which of our roles a value of that claim means. */
  roleOf: ReadonlyMap<string, Role>
  /** Whether people are sent there again before they change who may come in. */
  asksProof: boolean
}

/** What has to be remembered between the two halves of a sign-in, by the browser that began it. */
export type Checks = { state: string; nonce: string; codeVerifier: string }

export type OpenId = {
  /** Where people sign in, as it is configured. */
  issuer: string
  /** Whether people are sent there again before they change who may come in. */
  asksProof: boolean
  /** A key that all servers with these settings have in common, where there is a secret to make it of. */
  key: string
  /**
   * Where to send the browser, and what it must show when it is back. `isProof`: the person has to sign in there now, even
   * where they already are.
   */
  begin: (redirectUri: string, isProof: boolean) => Promise<{ url: string; checks: Checks }>
  /**
   * Who has come back; `role` is null where nothing is open to them, and `lacksGroups` where the provider may have left
   * out what would open it. `authenticatedAt`: when they signed in at the provider; null where it does not say. `current` is the address that the browser came
   * back to.
   *
   * @throws NotSignedIn
   */
  finish: (
    current: URL,
    checks: Checks,
  ) => Promise<Omit<ProviderPerson, 'role'> & { role: Role | null; lacksGroups: boolean; authenticatedAt: Date | null }>
}

const timeoutSeconds = 10

const unavailable = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
])

const isUnavailable = (error: unknown): boolean =>
  error instanceof oidc.ClientError
    ? unavailable.has(error.code ?? '')
    : error instanceof TypeError && error.message === 'fetch failed'

/** What a provider says is wrong; the reason of a request that failed is in its cause. */
function explain(error: unknown): string {
  if (error instanceof oidc.ResponseBodyError || error instanceof oidc.AuthorizationResponseError)
    return [error.error, error.error_description].filter(Boolean).join(': ')
  if (error instanceof oidc.WWWAuthenticateChallengeError)
    return `it does not take OIDC_CLIENT_ID with OIDC_CLIENT_SECRET (status ${error.status})`
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message
}

type Claims = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Claims => typeof value === 'object' && value !== null

/** A claim by its name, or by the path to it. */
function claimIn(claims: Claims, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name]
  return name
    .split('.')
    .reduce<unknown>((value, key) => (isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined), claims)
}

/**
 * Whether a provider leaves out the groups of a person because they are too many for a token, as Entra ID does from 201
 * on: it then names where to ask (`_claim_names`), or only says so (`hasgroups`).
 */
export const leavesOutGroups = (claims: Readonly<Record<string, unknown>>): boolean =>
  (isObject(claims['_claim_names']) && Object.hasOwn(claims['_claim_names'], 'groups')) || claims['hasgroups'] === true

/** The first of the claims that a person can be called by, else what nobody is called. */
export const nameFrom = (claims: readonly unknown[]): string =>
  claims
    .filter(isName)
    .map(cleanName)
    .find((name) => name !== '') ?? 'Unnamed'

/** @throws Error where the issuer is neither https nor on this machine */
export function openIdOf({
  issuer,
  clientId,
  clientSecret,
  scope,
  rolesClaim,
  roleOf,
  asksProof,
}: OpenIdSettings): OpenId {
  const isPlain = issuer.protocol === 'http:' && isLoopback(issuer.hostname)
  if (issuer.protocol !== 'https:' && !isPlain) throw new Error('OIDC_ISSUER: expected an https address')

  // Which ways a provider takes is known only once it has been asked; where it does not say, the standard means "basic".
  const authenticate: oidc.ClientAuth = (server, client, body, headers) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    const method =
      clientSecret === null
        ? oidc.None()
        : methods.includes('client_secret_basic')
          ? oidc.ClientSecretBasic(clientSecret)
          : oidc.ClientSecretPost(clientSecret)
    return method(server, client, body, headers)
  }

  let known: Promise<oidc.Configuration> | null = null
  const configuration = () =>
    (known ??= oidc
      .discovery(issuer, clientId, undefined, authenticate, {
        timeout: timeoutSeconds,
        // The library would else not check the signature of a token that comes straight from the provider.
        // oxlint-disable-next-line typescript/no-deprecated -- marked so only to be noticed: it is for this machine alone
        execute: [oidc.enableNonRepudiationChecks, ...(isPlain ? [oidc.allowInsecureRequests] : [])],
      })
      .catch((error: unknown) => {
        known = null
        throw new NotSignedIn('unavailable', `the OpenID provider does not answer: ${explain(error)}`, { cause: error })
      }))

  return {
    issuer: issuer.href,
    asksProof,
    key: createHmac('sha256', clientSecret ?? randomBytes(32))
      .update('sign-ins that have begun')
      .digest('base64url'),
    async begin(redirectUri, isProof) {
      const provider = await configuration()
      const checks = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        codeVerifier: oidc.randomPKCECodeVerifier(),
      }
      const url = oidc.buildAuthorizationUrl(provider, {
        redirect_uri: redirectUri,
        scope,
        state: checks.state,
        nonce: checks.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(checks.codeVerifier),
        code_challenge_method: 'S256',
        // Asked for an age of the sign-in, a provider has to say when it was (OpenID Connect Core 3.1.2.1).
        ...(isProof && { prompt: 'login', max_age: '0' }),
      })
      return { url: url.href, checks }
    },
    async finish(current, { state, nonce, codeVerifier }) {
      const provider = await configuration()
      const claims: Claims[] = []
      const claim = (name: string) => claims.map((each) => claimIn(each, name)).find((value) => value !== undefined)
      let [subject, iss] = ['', '']
      let authenticatedAt: Date | null = null
      try {
        const tokens = await oidc.authorizationCodeGrant(provider, current, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: codeVerifier,
          idTokenExpected: true,
        })
        const own = tokens.claims()
        if (own === undefined) throw new Error('there is no ID token')
        ;[subject, iss] = [own.sub, own.iss]
        if (own.auth_time !== undefined) authenticatedAt = new Date(own.auth_time * 1000)
        claims.push(own)
        const isComplete = claim(rolesClaim) !== undefined && claim('name') !== undefined
        if (!isComplete && provider.serverMetadata().userinfo_endpoint !== undefined)
          claims.push(await oidc.fetchUserInfo(provider, tokens.access_token, subject))
      } catch (error) {
        const reason = isUnavailable(error) ? 'unavailable' : 'refused'
        throw new NotSignedIn(reason, `the sign-in at the OpenID provider failed: ${explain(error)}`, { cause: error })
      }
      return {
        issuer: iss,
        subject,
        name: nameFrom([...['name', 'preferred_username', 'email'].map(claim), subject]),
        role: roleFrom(claim(rolesClaim), roleOf),
        authenticatedAt,
        lacksGroups: claim(rolesClaim) === undefined && claims.some(leavesOutGroups),
      }
    },
  }
}
