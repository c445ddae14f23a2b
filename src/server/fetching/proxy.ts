/** The proxy by which documents of the internet are fetched, where this network wants one. */
import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import type { Agent } from 'undici'
import { hostOf, isPublicAddress, lookupPublic, PrivateAddress } from './addresses.ts'

/** `https`: its address. `except`: hosts that are asked without it, as `NO_PROXY` names them. */
export type Proxy = { https: string; except: string }

/** What goes by the proxy; what does not is connected to as without one. */
export async function proxyAgent({ https, except }: Proxy, { silence }: { silence: number }, timeouts: Agent.Options) {
  const { EnvHttpProxyAgent } = await import('undici')
  return new EnvHttpProxyAgent({
    ...timeouts,
    httpProxy: https,
    httpsProxy: https,
    noProxy: except,
    connect: { lookup: lookupPublic, timeout: silence },
    proxyTls: { timeout: silence },
    requestTls: { timeout: silence },
  })
}

/**
 * Refuses a host that is on this machine or its network. The proxy looks a name up itself, and may be the only one that
 * can: what cannot be looked up here is left to it.
 *
 * @throws PrivateAddress
 */
export async function refusePrivate(url: URL): Promise<void> {
  const host = hostOf(url)
  if (isIP(host) !== 0) return
  const addresses = await lookup(host, { all: true }).catch(() => [])
  if (addresses.some(({ address }) => !isPublicAddress(address))) throw new PrivateAddress(url.host)
}
