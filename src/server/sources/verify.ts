/** Whether a document is the one whose hash its publisher gives beside it. */
import { createHash } from 'node:crypto'
import type { FeedEntry } from '../../feeds/listing.ts'
import { NotFetched, type Fetcher } from '../fetching/fetch-document.ts'

/** A file with a hash holds it and the name of the document. */
const maxHashBytes = 4096

/** The hash functions, and how many hexadecimal digits each gives. */
const digits = { sha512: 128, sha256: 64 } as const
type HashFunction = keyof typeof digits

/** The hash function of a file with a hash, by its ending. */
const functionOf = (url: string): HashFunction | null =>
  url.endsWith('.sha512') ? 'sha512' : url.endsWith('.sha256') ? 'sha256' : null

/**
 * The hash in a file of one, in lower case: `HASH  name` of GNU, `SHA512 (name) = HASH` of BSD, or the hash alone. Null
 * where there is none, as in a page in its place.
 */
export function hashIn(text: string, name: HashFunction): string | null {
  const hash = `([0-9a-f]{${digits[name]}})(?![0-9a-f])`
  const gnu = new RegExp(String.raw`^\s*\\?${hash}`, 'i').exec(text)
  const bsd = new RegExp(String.raw`^\s*\\?SHA-?(?:256|512) ?\(.*\) ?= ?${hash}`, 'i').exec(text)
  return (gnu ?? bsd)?.[1]?.toLowerCase() ?? null
}

/** The hash at an address; null where it is none, or where nothing was promised and nothing is to be had. */
async function hashAt(url: string, name: HashFunction, isGuess: boolean, fetch: Fetcher): Promise<string | null> {
  try {
    const answer = await fetch(new URL(url), { bytes: maxHashBytes, accept: '*/*' })
    return answer.isUnchanged ? null : hashIn(new TextDecoder().decode(answer.bytes), name)
  } catch (error) {
    // A server in trouble says nothing of whether there is a hash.
    if (isGuess && error instanceof NotFetched && !error.isServer) return null
    throw error
  }
}

/**
 * What is wrong with the bytes, going by the strongest hash that is published; null where they are as published, or where
 * no hash is. Beside a document of a directory a hash is a guess, and what is no hash in its place counts as none.
 *
 * @throws NotFetched where a hash was promised and cannot be had
 */
export async function hashMismatch(bytes: Uint8Array, { hashes }: FeedEntry, fetch: Fetcher): Promise<string | null> {
  for (const url of hashes.urls) {
    const name = functionOf(url)
    if (name === null) continue
    const published = await hashAt(url, name, hashes.isGuess, fetch)
    if (published === null && hashes.isGuess) continue
    const found = createHash(name).update(bytes).digest('hex')
    return found === published ? null : `its ${name} is ${found}, and the publisher gives ${published ?? 'none'}`
  }
  return null
}
