/** Whether a document is the one whose hash its publisher gives beside it. */
import { createHash } from 'node:crypto'
import type { Listed } from '../../feeds/listing.ts'
import { NotFetched, type Fetcher } from '../fetching/fetch-document.ts'

/** A file with a hash holds it and the name of the document. */
const hashBytesAtMost = 4096

/** The hash function of a file with a hash, by its ending. */
const functionOf = (url: string): 'sha512' | 'sha256' | null =>
  url.endsWith('.sha512') ? 'sha512' : url.endsWith('.sha256') ? 'sha256' : null

/** The hash that stands at an address; null where there is nothing and nothing was promised. */
async function hashAt(url: string, isGuess: boolean, fetch: Fetcher): Promise<string | null> {
  try {
    const answer = await fetch(new URL(url), { bytes: hashBytesAtMost, accept: '*/*' })
    if (answer.isUnchanged) return null
    return /^[0-9a-f]+/i.exec(new TextDecoder().decode(answer.bytes).trim())?.[0].toLowerCase() ?? ''
  } catch (error) {
    if (isGuess && error instanceof NotFetched && error.status === 404) return null
    throw error
  }
}

/**
 * What is wrong with the bytes, going by the strongest hash that is published; null where they are as published, or where
 * no hash is.
 *
 * @throws NotFetched where a hash was promised and cannot be had
 */
export async function hashMismatch(bytes: Uint8Array, { hashes }: Listed, fetch: Fetcher): Promise<string | null> {
  for (const url of hashes.urls) {
    const name = functionOf(url)
    const published = name === null ? null : await hashAt(url, hashes.isGuess, fetch)
    if (name === null || published === null) continue
    const found = createHash(name).update(bytes).digest('hex')
    return found === published ? null : `its ${name} is ${found}, and the publisher gives ${published || 'none'}`
  }
  return null
}
