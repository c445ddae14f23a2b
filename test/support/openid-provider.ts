/* oxlint-disable no-console -- it is muted here, not used */
/** A real OpenID provider on this machine, whose sign-in page asks for a login and nothing else. */
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { ClientMetadata, Configuration } from 'oidc-provider'

type ProviderUser = { login: string; name: string; roles: string[] }

type Options = {
  users: readonly ProviderUser[]
  clientId: string
  clientSecret: string
  redirectUris: string[]
  /** Where the claims are told: in the ID token, or only at the userinfo endpoint. */
  claimsIn?: 'id-token' | 'userinfo'
}

const hour = 3600

/** The library warns of its memory store and of a Node that is no LTS; a test's console stays silent. */
function muteNotices(): () => void {
  const { warn, info } = console
  console.warn = (...said: unknown[]) => {
    if (!String(said[0]).includes('oidc-provider')) warn(...said)
  }
  console.info = () => {}
  return () => void Object.assign(console, { warn, info })
}

// It warns while it is imported, too.
const unmute = muteNotices()
const { Provider } = await import('oidc-provider')
unmute()

// The icon keeps a browser from asking for one, which would be an error on its console.
const page = (body: string) =>
  `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Test provider</title><link rel="icon" href="data:,"><body>${body}`

const form = (problem = '') =>
  page(
    `<p role="alert">${problem}</p><form method="post"><label>Login <input name="login"></label><button>Sign in</button></form>`,
  )

const send = (response: ServerResponse, status: number, html: string) =>
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(html)

function configurationOf({ users, claimsIn, ...client }: Options): Configuration {
  const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' })
  const metadata: ClientMetadata = {
    client_id: client.clientId,
    client_secret: client.clientSecret,
    redirect_uris: client.redirectUris,
  }
  return {
    clients: [metadata],
    jwks: { keys: [{ ...key, kid: 'test', alg: 'RS256', use: 'sig' }] },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    pkce: { required: () => true },
    scopes: ['openid', 'profile'],
    claims: { openid: ['sub'], profile: ['name', 'roles'] },
    conformIdTokenClaims: claimsIn === 'userinfo',
    ttl: { AccessToken: hour, IdToken: hour, Interaction: hour, Session: hour, Grant: hour },
    clientBasedCORS: () => false,
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount(_context, login) {
      const user = users.find((each) => each.login === login)
      return user && { accountId: login, claims: () => ({ sub: login, name: user.name, roles: user.roles }) }
    },
    // Everybody has agreed to everything.
    async loadExistingGrant({ oidc: { client: asking, session, provider } }) {
      if (asking === undefined || session?.accountId === undefined) return undefined
      const grant = new provider.Grant({ clientId: asking.clientId, accountId: session.accountId })
      grant.addOIDCScope('openid profile')
      await grant.save()
      return grant
    },
    renderError(context, { error }) {
      context.type = 'html'
      context.body = page(error)
    },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
  }
}

/** Starts one on a free port; `close` ends it. */
export async function startProvider(options: Options): Promise<{ issuer: string; close: () => Promise<void> }> {
  const server = createServer()
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const speakAgain = muteNotices()
  const provider = new Provider(issuer, configurationOf(options))
  speakAgain()

  async function interact(request: IncomingMessage, response: ServerResponse) {
    await provider.interactionDetails(request, response)
    if (request.method !== 'POST') return send(response, 200, form())
    const login = new URLSearchParams(await text(request)).get('login') ?? ''
    if (!options.users.some((user) => user.login === login)) return send(response, 200, form('Unknown login'))
    return provider.interactionFinished(request, response, { login: { accountId: login } })
  }
  const answer = provider.callback()
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/') !== true) return void answer(request, response)
    return void interact(request, response).catch((error: unknown) => send(response, 400, page(String(error))))
  })
  return {
    issuer,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
