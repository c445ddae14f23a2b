/** Hands a body to the receiver at an address: guarded as documents are fetched, without redirects, and not for long. */
import { STATUS_CODES } from 'node:http'
import { secondsOf } from '../../fetching/fetch-document.ts'
import { guardedBy, isPrivateAddress, OnlyHttps } from '../../fetching/guarded.ts'
import type { Proxy } from '../../fetching/proxy.ts'
import type { Delivered } from '../deliver.ts'
import { errorCode } from '../../error-text.ts'

/** `text` is the beginning of what it said; of what is no text, or breaks off, as much as could be read. */
export type Answered = { status: number; text: string; retryAfter: number | null }

/** The receiver did not answer. The message is in words for the log, and names no more of the address than its host. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer'
}

export type Post = (address: string, body: string, headers?: Record<string, string>) => Promise<Answered>

export type PostOptions = {
  privateHosts: readonly string[]
  proxy: Proxy | null
  now: () => Date
  /** Milliseconds for the whole exchange. */
  total?: number
}

/** More of an answer than anybody reads. */
const maxText = 2000

async function beginningOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  try {
    // Leaving the loop ends the answer, however long it is.
    for await (const part of body) {
      text += decoder.decode(part, { stream: true })
      if (text.length >= maxText) break
    }
  } catch {
    // The status has come already, and is what counts.
  }
  return text.slice(0, maxText)
}

/** What went wrong, without the path of the address, which is a secret. */
function explain(error: unknown, url: URL, seconds: number): NoAnswer {
  const { host } = url
  if (isPrivateAddress(error))
    return new NoAnswer(`${host} is on this machine or its network; ALLOW_PRIVATE_HOSTS can allow it`)
  if (error instanceof OnlyHttps) return new NoAnswer(`${host} is reached by https alone`)
  const code = errorCode(error)
  if (error instanceof Error && error.name === 'TimeoutError')
    return new NoAnswer(`${host} took more than ${seconds} s`)
  return new NoAnswer(
    code === 'ENOTFOUND' ? `${host} cannot be found` : `${host} cannot be reached (${code || 'no answer'})`,
  )
}

/** @throws NoAnswer */
export function poster({ privateHosts, proxy, now, total = 15_000 }: PostOptions): Post {
  const { dispatcherFor } = guardedBy({ privateHosts, proxy, silence: total })
  return async (address, body, headers = {}) => {
    const url = URL.parse(address)
    if (url === null) throw new NoAnswer('the address is none')
    try {
      const { request } = await import('undici')
      const {
        statusCode,
        headers: said,
        body: answer,
      } = await request(url, {
        method: 'POST',
        dispatcher: await dispatcherFor(url),
        signal: AbortSignal.timeout(total),
        headers: { 'user-agent': 'HotFix-Report', 'content-type': 'application/json', ...headers },
        body,
      })
      const text = await beginningOf(answer as AsyncIterable<Uint8Array>)
      return { status: statusCode, text, retryAfter: secondsOf([said['retry-after']].flat()[0], now()) }
    } catch (error) {
      throw explain(error, url, total / 1000)
    }
  }
}

const reasonOf = (status: number) => `${status} ${STATUS_CODES[status] ?? ''}`.trim()

/** What became of it where the status alone says so. `said`: the text of the answer, where it is one of a few known words. */
export function deliveredBy({ status, retryAfter }: Answered, said = ''): Delivered {
  const answer = said === '' ? reasonOf(status) : `${reasonOf(status)}: ${said}`
  if (status >= 200 && status < 300) return { outcome: 'sent', answer }
  if (status === 410) return { outcome: 'gone', answer }
  if (status >= 300 && status < 400) return { outcome: 'retry', answer: `${answer}, and redirects are not followed` }
  return { outcome: 'retry', answer, ...(retryAfter !== null && { retryAfter }) }
}
