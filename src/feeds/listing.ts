/**
 * What publishers list their documents in: Microsoft's list of months; a CSAF provider's metadata, ROLIE feeds and
 * directories. What a list is, is seen from the list itself.
 */
import * as z from 'zod'
import { Unreadable } from './feed.ts'
import { parseJson } from './json.ts'
import { headOf, readText } from './text.ts'

/** A document that is listed. Addresses are absolute. */
export type Listed = {
  url: string
  /** When it was last revised, as the list says; null where it does not. */
  updated: string | null
  /** Where the hash of its bytes can be had; the hash function is the ending. `guess`: a hash may stand beside it, or not. */
  hashes: { urls: readonly string[]; isGuess: boolean }
  accept?: string
}

/** A list of documents, or of further lists. */
export type Listing = { documents: Listed[]; listings: string[] }

const Months = z.object({
  value: z.array(z.object({ CvrfUrl: z.string(), CurrentReleaseDate: z.optional(z.string()) })),
})

const Provider = z.object({
  metadata_version: z.string(),
  distributions: z.array(
    z.object({
      directory_url: z.optional(z.string()),
      rolie: z.optional(z.object({ feeds: z.array(z.object({ url: z.string() })) })),
    }),
  ),
})

const Rolie = z.object({
  feed: z.object({
    entry: z.optional(
      z.array(
        z.object({
          link: z.optional(z.array(z.object({ rel: z.string(), href: z.string() }))),
          content: z.optional(z.object({ src: z.string() })),
          updated: z.optional(z.string()),
        }),
      ),
    ),
  }),
})

/** An address as the document at `base` writes it; null where it is none that can be fetched. */
function absolute(address: string, base: string): string | null {
  const url = URL.parse(address, base)
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : null
}

const absolutes = (addresses: readonly string[], base: string): string[] =>
  addresses.flatMap((address) => absolute(address, base) ?? [])

const noHash = { urls: [], isGuess: false }

/** Hashes stand beside a document of a directory, the stronger first. */
const besides = (url: string) => ({ urls: [`${url}.sha512`, `${url}.sha256`], isGuess: true })

function fromJson(value: unknown, base: string): Listing | null {
  const months = Months.safeParse(value)
  if (months.success) {
    const documents = months.data.value.flatMap(({ CvrfUrl, CurrentReleaseDate = null }) => {
      const url = absolute(CvrfUrl, base)
      return url === null ? [] : [{ url, updated: CurrentReleaseDate, hashes: noHash, accept: 'application/xml' }]
    })
    return { documents, listings: [] }
  }
  const provider = Provider.safeParse(value)
  if (provider.success) {
    const feeds = provider.data.distributions.flatMap(({ rolie }) => rolie?.feeds.map(({ url }) => url) ?? [])
    const directories = provider.data.distributions.flatMap(({ directory_url: url }) =>
      url === undefined ? [] : [url],
    )
    // The same documents stand in both; a feed tells more of each.
    return { documents: [], listings: absolutes(feeds.length > 0 ? feeds : directories.map(asDirectory), base) }
  }
  const rolie = Rolie.safeParse(value)
  if (rolie.success) {
    const documents = (rolie.data.feed.entry ?? []).flatMap(({ link = [], content, updated = null }) => {
      const url = absolute(link.find(({ rel }) => rel === 'self')?.href ?? content?.src ?? '', base)
      const hashes = absolutes(
        link.filter(({ rel }) => rel === 'hash').map(({ href }) => href),
        base,
      )
      return url === null ? [] : [{ url, updated, hashes: { urls: strongestFirst(hashes), isGuess: false } }]
    })
    return { documents, listings: [] }
  }
  return null
}

const strongestFirst = (urls: readonly string[]): string[] =>
  urls.toSorted((a, b) => Number(b.endsWith('.sha512')) - Number(a.endsWith('.sha512')))

/** `changes.csv` of a directory: the path and the moment of its last change, a document a line. */
const changesLine = /^"([^"]+\.json)","([^"]+)"$/

function fromLines(text: string, base: string): Listing | null {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  const changes = lines.map((line) => changesLine.exec(line))
  if (lines.length === 0 || changes.includes(null)) return null
  const documents = changes.flatMap((change) => {
    const url = absolute(change?.[1] ?? '', base)
    return url === null ? [] : [{ url, updated: change?.[2] ?? null, hashes: besides(url) }]
  })
  return { documents, listings: [] }
}

/** The address of a directory's list. */
export const asDirectory = (url: string): string => new URL('changes.csv', url.endsWith('/') ? url : `${url}/`).href

/** The list that a document is; null where it is a document itself, or nothing that can be read. */
export function listingOf(bytes: Uint8Array, base: string): Listing | null {
  const head = headOf(bytes)
  if (!/^[{"]/.test(head)) return null
  try {
    const text = readText(bytes)
    return head.startsWith('"') ? fromLines(text, base) : fromJson(parseJson(text), base)
  } catch (error) {
    if (error instanceof Unreadable) return null
    throw error
  }
}
