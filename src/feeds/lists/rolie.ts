/** ROLIE feeds, as CSAF providers have them (RFC 8322 in JSON). */
import * as z from 'zod'
import { absolute, type ListBuilder } from './list-builder.ts'

const Feed = z.object({ feed: z.looseObject({ entry: z.optional(z.unknown()) }) })

const Entry = z.object({
  link: z.optional(z.array(z.unknown())),
  content: z.optional(z.unknown()),
  updated: z.optional(z.string()),
})

const Link = z.object({ rel: z.string(), href: z.string() })
const Content = z.object({ src: z.string() })
const Id = z.object({ id: z.string() })
const Dated = z.object({ updated: z.string() })

/** The entries of a feed, which is one by its `feed`; null where the value is none. */
export function entriesIn(value: unknown): readonly unknown[] | null {
  const feed = Feed.safeParse(value)
  if (!feed.success) return null
  const entries = z.array(z.unknown()).safeParse(feed.data.feed.entry)
  return entries.success ? entries.data : []
}

const placeOf = (entry: unknown, at: number): string => {
  const named = Id.safeParse(entry)
  return `entry ${at + 1}${named.success ? ` (${named.data.id.slice(0, 100)})` : ''}`
}

const strongestFirst = (urls: readonly string[]): string[] =>
  urls.toSorted((a, b) => Number(b.endsWith('.sha512')) - Number(a.endsWith('.sha512')))

function readEntry(given: unknown, place: string, list: ListBuilder): void {
  const entry = Entry.safeParse(given)
  if (!entry.success) return list.refuse(place, 'is not an entry of a ROLIE feed')
  const links = (entry.data.link ?? []).flatMap((each, at) => {
    const link = Link.safeParse(each)
    const url = link.success ? absolute(link.data.href, list.base) : null
    if (link.success && url !== null) return [{ rel: link.data.rel, url }]
    // A hash or signature may be what it was meant to be.
    list.warn(place, `link ${at + 1} has no rel and href that can be used, and is left out`)
    return []
  })
  const content = Content.safeParse(entry.data.content)
  const url =
    links.find(({ rel }) => rel === 'self')?.url ?? (content.success ? absolute(content.data.src, list.base) : null)
  if (url === null)
    return list.refuse(place, 'names no document: it has neither a link "self" nor a content with "src"')
  const hashes = links.filter(({ rel }) => rel === 'hash').map((link) => link.url)
  list.add({ url, updated: entry.data.updated ?? null, hashes: { urls: strongestFirst(hashes), isGuess: false } })
}

const dateOf = (entry: unknown): string => {
  const dated = Dated.safeParse(entry)
  return dated.success ? dated.data.updated : ''
}

/** Reads the entries; where there are too many, those that were revised last. */
export function readEntries(entries: readonly unknown[], list: ListBuilder): void {
  const placed = entries.map((entry, at) => ({ entry, at }))
  const { documents: atMost } = list.limits
  const read =
    entries.length <= atMost
      ? placed
      : placed
          .map((each) => ({ ...each, date: dateOf(each.entry) }))
          .toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))
          .slice(0, atMost)
  list.leaveOut(entries.length - read.length)
  for (const { entry, at } of read) readEntry(entry, placeOf(entry, at), list)
}
