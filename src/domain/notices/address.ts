/** Addresses that notices are sent to, as people enter them. */
import type { ChannelKind } from '../../contract/notices.ts'

/** `target`: where it is sent to. `shown`: what people see of it. */
export type ReadAddress = { target: string; shown: string }

/** Local parts without quotes (RFC 5322, dot-atom): what needs quotes is nobody's mailbox any more, and hides commas and line ends. */
const local = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/

const label = /^(?!-)[a-z\d-]{1,63}(?<!-)$/

/** The domain of a mail address as DNS has it; null where it is none. Numbers and names without a dot are none. */
function domainOf(text: string): string | null {
  // What a URL takes for another part would be cut off silently.
  if (/[^\p{L}\p{M}\p{N}.・-]/u.test(text)) return null
  const host = URL.parse(`https://${text}`)?.hostname ?? ''
  const labels = host.split('.')
  const isName = labels.length > 1 && labels.every((each) => label.test(each)) && !/^\d+$/.test(labels.at(-1) ?? '')
  return isName ? host : null
}

/** A mail address in one form: its domain in lower case and as DNS has it (`xn--…`); null where it is none. At most 254 characters (RFC 5321). */
export function readMailAddress(text: string): string | null {
  const at = text.lastIndexOf('@')
  const [user, domain] = [text.slice(0, at), domainOf(text.slice(at + 1))]
  if (at < 1 || user.length > 64 || !local.test(user) || domain === null) return null
  const address = `${user}@${domain}`
  return address.length <= 254 ? address : null
}

/** By what two mail addresses are the same mailbox, as far as one can tell from outside. */
export const mailboxOf = (address: string): string => address.toLowerCase()

/**
 * The address of a receiver; null where it is none. Without a password in it, which the log of a proxy would show.
 * `isOwn`: whether it is one of the own network that may be asked, also by http.
 */
function readReceiver(text: string, isOwn: (url: URL) => boolean): ReadAddress | null {
  if (/[\s\p{Cc}]/u.test(text)) return null
  const url = URL.parse(text)
  if (url === null || url.username !== '' || url.password !== '' || url.hostname === '') return null
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isOwn(url))) return null
  url.hash = ''
  return { target: url.href, shown: url.host }
}

/** An address as a channel has it; null where nothing can be sent there. */
export function readAddress(kind: ChannelKind, text: string, isOwn: (url: URL) => boolean): ReadAddress | null {
  if (kind !== 'email') return readReceiver(text, isOwn)
  const address = readMailAddress(text)
  return address === null ? null : { target: address, shown: address }
}
