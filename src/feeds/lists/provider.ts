/** `provider-metadata.json` of a CSAF provider, versions 2.0 and 2.1: where its feeds and directories are. */
import * as z from 'zod'
import { absolute, type ListBuilder } from './list-builder.ts'

const Provider = z.object({ metadata_version: z.string(), distributions: z.optional(z.array(z.unknown())) })

const Distribution = z.object({
  /** Version 2.0 has the first, 2.1 the second. */
  directory_url: z.optional(z.string()),
  directory: z.optional(z.object({ url: z.string() })),
  rolie: z.optional(z.object({ feeds: z.array(z.unknown()) })),
})

const Feed = z.object({ url: z.string() })

/** The address of a directory's list. */
export const asDirectory = (url: string): string => new URL('changes.csv', url.endsWith('/') ? url : `${url}/`).href

/** The list that a directory has besides, which tells no dates; null where the address is not that of `changes.csv`. */
export const indexBeside = (url: string): string | null =>
  new URL(url).pathname.endsWith('/changes.csv') ? new URL('index.txt', url).href : null

/** What a provider says of how it distributes; null where the value is no such metadata. */
export function distributionsIn(value: unknown): readonly unknown[] | null {
  const provider = Provider.safeParse(value)
  return provider.success ? (provider.data.distributions ?? []) : null
}

type Addressed = { place: string; url: string }

/** The addresses of one distribution; what it says wrongly is told. */
function addressesOf(
  given: unknown,
  place: string,
  list: ListBuilder,
): { feeds: Addressed[]; directories: Addressed[] } {
  const distribution = Distribution.safeParse(given)
  if (!distribution.success) {
    list.refuse(place, 'is neither a directory nor ROLIE feeds')
    return { feeds: [], directories: [] }
  }
  const { directory_url: old, directory, rolie } = distribution.data
  const feeds = (rolie?.feeds ?? []).flatMap((each, at) => {
    const feed = Feed.safeParse(each)
    if (feed.success) return [{ place: `${place}, feed ${at + 1}`, url: feed.data.url }]
    list.refuse(`${place}, feed ${at + 1}`, 'has no address')
    return []
  })
  const directories = [old, directory?.url].flatMap((url) => (url === undefined ? [] : [{ place, url }]))
  return { feeds, directories }
}

/** Feeds and directories list the same documents; a feed tells more of each. */
export function readProvider(distributions: readonly unknown[], list: ListBuilder): void {
  const all = distributions.map((given, at) => addressesOf(given, `distribution ${at + 1}`, list))
  const resolve = (addressed: readonly Addressed[]) =>
    addressed.flatMap(({ place, url: given }) => {
      const url = absolute(given, list.base)
      if (url === null) list.refuse(place, 'has an address that cannot be fetched')
      return url ?? []
    })
  const feeds = resolve(all.flatMap((each) => each.feeds))
  const directories = resolve(all.flatMap((each) => each.directories)).map(asDirectory)
  for (const feed of feeds) list.addList(feed, 'listings')
  for (const directory of directories) list.addList(directory, feeds.length > 0 ? 'otherwise' : 'listings')
}
