/** Which machines may be asked for documents. */
import { lookup as resolve } from 'node:dns'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'

/** The address is one of this machine or its network, and nobody has allowed to ask it. */
export class PrivateAddress extends Error {
  override readonly name = 'PrivateAddress'
  constructor(host: string) {
    super(
      `${host} is an address of this machine or its network; allow it with ALLOW_PRIVATE_HOSTS=${host} if it is meant`,
    )
  }
}

/** The part of IPv6 that is given out at all: 2000::/3. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3')

/** Whether an address is one that anybody on the internet could have: not loopback, private, link-local or reserved. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  // An IPv4 address in the clothes of IPv6 is judged as what it is.
  const parsed = ipaddr.process(address)
  if (parsed.range() !== 'unicast') return false
  return parsed instanceof ipaddr.IPv4 || parsed.match(globalUnicast)
}

/** The host name of a URL, without the brackets of an IPv6 address. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '')

/** Looks up a name as `dns.lookup` does, and fails where any of its addresses is not public. */
export const lookupPublic: LookupFunction = (host, options, callback) => {
  resolve(host, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, [])
    if (addresses.some(({ address }) => !isPublicAddress(address))) return callback(new PrivateAddress(host), [])
    if (options.all) return callback(null, addresses)
    const [first] = addresses
    return first === undefined
      ? callback(new Error(`${host} has no address`), [])
      : callback(null, first.address, first.family)
  })
}
