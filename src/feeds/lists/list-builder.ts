/** What a list names, gathered entry by entry within limits: an entry that cannot be used costs only itself, and is told. */
import type { FeedProblem } from '../feed.ts'

/** A document that is listed. Addresses are absolute. */
export type FeedEntry = {
  url: string
  /** When it was last revised, as the list says; null where it does not. */
  updated: string | null
  /** Where the hash of its bytes can be had; the hash function is the ending. `guess`: a hash may be beside it, or not. */
  hashes: { urls: readonly string[]; isGuess: boolean }
  accept?: string
}

/** A list of documents, or of further lists. */
export type FeedIndex = {
  documents: FeedEntry[]
  listings: string[]
  /** Lists that name the same documents another way: looked at where `listings` name none. */
  otherwise: string[]
  /** Entries that cannot be used: the first hundred at most; `problemCount` is how many there are. */
  problems: FeedProblem[]
  problemCount: number
  /** What is odd about an entry that can be used all the same: the first hundred at most. */
  warnings: FeedProblem[]
  /** Documents and lists that are named beyond the limit. */
  leftOut: number
}

/** How much of a list counts. */
export type ListLimits = { documents: number; lists: number }

export const defaultListLimits: ListLimits = { documents: 20_000, lists: 100 }

/** More problems tell nothing new. */
const maxProblems = 100

/** An address as the document at `base` writes it; null where it is none that can be fetched. */
export function absolute(address: string, base: string): string | null {
  const url = URL.parse(address, base)
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : null
}

/** A list that is being read; `base` is its address. */
export function listBuilder(base: string, limits: ListLimits) {
  const documents = new Map<string, FeedEntry>()
  const lists = { listings: new Set<string>(), otherwise: new Set<string>() }
  const listing: Pick<FeedIndex, 'problems' | 'problemCount' | 'warnings' | 'leftOut'> = {
    problems: [],
    problemCount: 0,
    warnings: [],
    leftOut: 0,
  }
  return {
    base,
    limits,
    /** Names a document; once, however often it is listed. */
    add(document: FeedEntry) {
      if (documents.size < limits.documents || documents.has(document.url)) documents.set(document.url, document)
      else listing.leftOut += 1
    },
    addList(url: string, where: 'listings' | 'otherwise') {
      if (lists[where].size < limits.lists || lists[where].has(url)) lists[where].add(url)
      else listing.leftOut += 1
    },
    /** Says that entries are left out because there are too many of them. */
    leaveOut(count: number) {
      listing.leftOut += count
    },
    /** Says what of an entry cannot be used. */
    refuse(place: string, message: string) {
      listing.problemCount += 1
      if (listing.problems.length < maxProblems) listing.problems.push({ place, rule: null, message })
    },
    warn(place: string, message: string) {
      if (listing.warnings.length < maxProblems) listing.warnings.push({ place, rule: null, message })
    },
    done: (): FeedIndex => ({
      ...listing,
      documents: [...documents.values()],
      listings: [...lists.listings],
      otherwise: [...lists.otherwise],
    }),
  }
}

export type ListBuilder = ReturnType<typeof listBuilder>
