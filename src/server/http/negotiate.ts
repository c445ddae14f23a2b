/** What a client takes and what it has already, by the headers of its request (RFC 9110, 12.5.3 and 13.1.2). */
import type { Context } from 'hono'
import { accepts } from 'hono/accepts'

/** Content codings in the order of our preference. */
const encodings = ['br', 'gzip'] as const
export type Encoding = (typeof encodings)[number]

/**
 * The encoding that a client likes most, of those that an answer is available in; null for none. Of those that it likes
 * equally ours comes first: browsers list them all without a preference.
 */
export function encodingFor(c: Context, available: readonly Encoding[]): Encoding | null {
  const chosen = accepts(c, {
    header: 'Accept-Encoding',
    supports: encodings.filter((encoding) => available.includes(encoding)),
    default: 'identity',
    match(accepted, { supports, default: none }) {
      const named = (name: string) => accepted.find(({ type }) => type.toLowerCase() === name)?.q
      const qualityOf = (name: string) => named(name) ?? named('*') ?? 0
      const best = supports.reduce(
        (one, other) => (qualityOf(other) > qualityOf(one) ? other : one),
        supports[0] ?? none,
      )
      return qualityOf(best) > 0 && qualityOf(best) >= (named(none) ?? 0) ? best : none
    },
  })
  return encodings.find((encoding) => encoding === chosen) ?? null
}

const withoutWeakness = (tag: string) => tag.replace(/^W\//, '')

/** Whether the client has the answer with this ETag already. A proxy that compresses makes weak tags of ours. */
export function isKnown(c: Context, etag: string): boolean {
  const header = c.req.header('if-none-match')?.trim() ?? ''
  if (header === '*') return true
  return (header.match(/(?:W\/)?"[^"]*"/g) ?? []).some((tag) => withoutWeakness(tag) === withoutWeakness(etag))
}
