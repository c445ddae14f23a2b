/** By which connections other machines are asked, and which are not asked at all. */
import { isIP } from 'node:net'
import type { Agent, Dispatcher } from 'undici'
import { hostOf, isPublicAddress, lookupPublic, PrivateAddress } from './addresses.ts'
import { privateOrigins } from './private-origins.ts'
import { proxyAgent, refusePrivate, type Proxy } from './proxy.ts'

/** The address is one of the internet, and begins with http. */
export class OnlyHttps extends Error {
  override readonly name = 'OnlyHttps'
  constructor({ href }: URL) {
    super(`${href}: only https is fetched from the internet`)
  }
}

/** Whether the address of a name was refused, before or while connecting. */
export const isPrivateAddress = (error: unknown): boolean =>
  error instanceof PrivateAddress || (error instanceof Error && error.cause instanceof PrivateAddress)

type Options = {
  /** May be asked although they are on this machine or its network, see `originsOf`. */
  privateHosts: readonly string[]
  /** By which the internet is asked, and never what `privateHosts` names; null for none. */
  proxy: Proxy | null
  /** Milliseconds in which a connection is made, and between two parts of an answer. */
  silence: number
}

async function agentsFor({ proxy, silence }: Pick<Options, 'proxy' | 'silence'>) {
  const { Agent } = await import('undici')
  const timeouts: Agent.Options = { headersTimeout: silence, bodyTimeout: silence }
  return {
    // The address that is judged is the very one that is then connected to.
    anywhere:
      proxy === null
        ? new Agent({ ...timeouts, connect: { lookup: lookupPublic, timeout: silence } })
        : await proxyAgent(proxy, { silence }, timeouts),
    allowed: new Agent({ ...timeouts, connect: { timeout: silence } }),
  }
}

/**
 * `dispatcherFor` gives the connections for an address, and keeps to https and public addresses.
 *
 * It throws PrivateAddress and OnlyHttps; connecting fails with PrivateAddress where a name leads to a private address.
 */
export function guardedBy({ privateHosts, proxy, silence }: Options) {
  const isOwn = privateOrigins(privateHosts)
  let made: ReturnType<typeof agentsFor> | null = null
  const agents = () => (made ??= agentsFor({ proxy, silence }))

  async function dispatcherFor(url: URL): Promise<Dispatcher> {
    const host = hostOf(url)
    if (isOwn(url)) return (await agents()).allowed
    if (url.protocol !== 'https:') throw new OnlyHttps(url)
    // An address in place of a name is never looked up.
    if (isIP(host) !== 0 && !isPublicAddress(host)) throw new PrivateAddress(url.host)
    if (proxy !== null) await refusePrivate(url)
    return (await agents()).anywhere
  }

  return { isOwn, dispatcherFor }
}
