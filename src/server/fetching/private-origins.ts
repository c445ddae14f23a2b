/** Which machines of the own network may be asked all the same: what `ALLOW_PRIVATE_HOSTS` names, as exact origins. */
import ipaddr from 'ipaddr.js'

/**
 * The origins that an entry means: `https://mirror.corp:8443` itself; `mirror.corp:8080` by http and https; `mirror.corp`
 * by both at their usual ports. Null where it is none of these.
 */
export function originsOf(entry: string): string[] | null {
  if (/^https?:\/\//i.test(entry)) {
    const url = URL.parse(entry)
    const isOrigin = url !== null && url.pathname === '/' && url.search === '' && url.hash === '' && url.username === ''
    return isOrigin ? [url.origin] : null
  }
  const host = ipaddr.IPv6.isValid(entry) ? `[${entry}]` : entry
  if (/[/?#@\\\s]/.test(host)) return null
  const both = ['http', 'https'].flatMap((scheme) => URL.parse(`${scheme}://${host}`)?.origin ?? [])
  return both.length === 2 ? both : null
}

/** Tells of an address whether it may be asked although it is on this machine or its network. */
export function privateOrigins(entries: readonly string[]): (url: URL) => boolean {
  const origins = new Set(entries.flatMap((entry) => originsOf(entry) ?? []))
  return (url) => origins.has(url.origin)
}
