/** Fetches a document from the internet, within limits, and never from a machine that is not meant to be asked. */
import type { FetchReason } from '../../contract/imports.ts'
import { documentBytes } from '../../contract/limits.ts'
import { PrivateAddress } from './addresses.ts'
import { guardedBy, isPrivateAddress, OnlyHttps } from './guarded.ts'
import { pacer, type Pace } from './pace.ts'
import type { Proxy } from './proxy.ts'
import { errorCode } from '../error-text.ts'

/** What a server said of a document when it gave it: with this it can tell whether it has changed since. */
export type Validators = { etag: string | null; lastModified: string | null }

export type Fetched = { isUnchanged: false; url: URL; bytes: Uint8Array<ArrayBuffer>; validators: Validators }
type Unchanged = { isUnchanged: true }

/**
 * A document cannot be had. `status` is what the server answered, if it did; `retryAfter` in seconds, if it asked for
 * patience; `isServer` where it is not this document alone that cannot be had; `told` for screens, where there is a word
 * for the reason.
 */
export class NotFetched extends Error {
  override readonly name = 'NotFetched'
  readonly status: number | null
  readonly retryAfter: number | null
  readonly isServer: boolean
  readonly told: Told
  constructor(message: string, { status = null, retryAfter = null, isServer = false, ...told }: Partial<Why> = {}) {
    super(message)
    this.told = told
    this.status = status
    this.retryAfter = retryAfter
    this.isServer = isServer
  }
}

/** The reason in a word, and of which host or address. */
export type Told = { reason?: FetchReason; seems?: string }

type Why = { status: number | null; retryAfter: number | null; isServer: boolean } & Told

export type FetchLimits = {
  bytes: number
  redirects: number
  /** Milliseconds in which the server has to begin to answer, and between two parts of its answer. */
  silence: number
  /** Milliseconds for the whole document. */
  total: number
  /** Requests a second to any one host: to those of others, and to those of the own network. */
  perSecond: { others: number; own: number }
}

export const defaultFetchLimits: FetchLimits = {
  bytes: documentBytes,
  redirects: 5,
  silence: 30_000,
  total: 300_000,
  perSecond: { others: 5, own: 50 },
}

type Wanted = {
  known?: Validators | undefined
  /** The media types that are understood; JSON, unless it says otherwise. */
  accept?: string | undefined
  /** Requests a second to the host, where these are to be fewer than usual. */
  perSecond?: number | undefined
  /** At most this many bytes, where that is fewer than the limit. */
  bytes?: number | undefined
  /** Where the address was found; nobody's, where a person has given it. */
  from?: URL | undefined
  /** Ends the fetch, which then throws the reason of the signal. */
  signal?: AbortSignal | undefined
}

/** Asks for a document: whole, or not at all where it is as `known` says. */
export type Fetcher = (url: URL, options?: Wanted) => Promise<Fetched | Unchanged>

const redirects = new Set([301, 302, 303, 307, 308])

/** `Retry-After` in seconds: it is a number of them, or a moment. */
export function secondsOf(retryAfter: string | undefined, now: Date): number | null {
  if (retryAfter === undefined) return null
  if (/^\d{1,8}$/.test(retryAfter)) return Number(retryAfter)
  const moment = Date.parse(retryAfter)
  return Number.isNaN(moment) ? null : Math.max(0, Math.ceil((moment - now.getTime()) / 1000))
}

/** What went wrong on the way, in words that say what to do. */
function explain(error: unknown, url: URL, limits: FetchLimits): NotFetched {
  if (error instanceof NotFetched) return error
  if (!(error instanceof Error)) throw error
  if (error instanceof PrivateAddress)
    return new NotFetched(error.message, { reason: 'private-address', seems: url.host })
  if (error instanceof OnlyHttps) return new NotFetched(error.message, { reason: 'only-https', seems: url.href })
  const { name, message } = error
  const code = errorCode(error)
  const [reason, why]: [FetchReason, string] =
    name === 'TimeoutError'
      ? ['too-slow', `took more than ${limits.total / 1000} s`]
      : code.includes('TIMEOUT')
        ? ['no-answer', `did not answer in ${limits.silence / 1000} s`]
        : code === 'ENOTFOUND' || code === 'EAI_AGAIN'
          ? ['host-not-found', 'cannot be found; is this machine online?']
          : ['not-reached', `cannot be asked: ${message}`]
  return new NotFetched(`${url.host} ${why}`, { isServer: true, reason, seems: url.host })
}

type Options = {
  privateHosts: readonly string[]
  limits: FetchLimits
  now: () => Date
  pace: Pace
  /** By which the internet is asked, and never what `privateHosts` names; null for none. */
  proxy: Proxy | null
}

/**
 * A fetcher that keeps to https, to public addresses and to the limits, over every redirect. What `privateHosts` names
 * (see `originsOf`) may be on this machine or its network, and may be asked by http: where a person has given the address,
 * or another of these names it, and never by a redirect from elsewhere.
 *
 * The fetcher throws NotFetched, whose message says what to do.
 */
export function makeFetcher({
  privateHosts = [],
  limits = defaultFetchLimits,
  now = () => new Date(),
  pace = pacer(),
  proxy = null,
}: Partial<Options> = {}): Fetcher {
  const { isOwn, dispatcherFor } = guardedBy({ privateHosts, proxy, silence: limits.silence })

  async function ask(url: URL, wanted: Wanted, signal: AbortSignal, left: number): Promise<Fetched | Unchanged> {
    const { known, accept = 'application/json, */*;q=0.5', bytes: maxBytes = limits.bytes } = wanted
    const usual = isOwn(url) ? limits.perSecond.own : limits.perSecond.others
    await pace(url.host, isOwn(url) ? usual : Math.min(usual, wanted.perSecond ?? usual), signal)
    // Loaded with the first fetch, as are its connections.
    const { request } = await import('undici')
    const {
      statusCode: status,
      headers,
      body,
    } = await request(url, {
      dispatcher: await dispatcherFor(url),
      signal,
      headers: {
        'user-agent': 'HotFix-Report',
        accept,
        'accept-encoding': 'identity',
        ...(known?.etag && { 'if-none-match': known.etag }),
        ...(known?.lastModified && { 'if-modified-since': known.lastModified }),
      },
    }).catch((error: unknown) => {
      throw isPrivateAddress(error) ? new PrivateAddress(url.host) : error
    })
    const one = (name: string) => [headers[name]].flat()[0]
    if (status === 200) {
      const parts: Uint8Array[] = []
      let length = 0
      for await (const part of body as AsyncIterable<Uint8Array>) {
        length += part.length
        if (length > maxBytes)
          throw new NotFetched(`${url.href} is larger than ${sizeOf(maxBytes)}`, {
            reason: 'too-large',
            seems: url.href,
          })
        parts.push(part)
      }
      const bytes = new Uint8Array(length)
      let at = 0
      for (const part of parts) {
        bytes.set(part, at)
        at += part.length
      }
      return {
        isUnchanged: false,
        url,
        bytes,
        validators: { etag: one('etag') ?? null, lastModified: one('last-modified') ?? null },
      }
    }
    // What else there is in the answer is of no interest, but the connection waits for it to be taken.
    await body.dump()
    if (status === 304 && known) return { isUnchanged: true }
    const location = one('location')
    if (redirects.has(status) && location !== undefined) {
      if (left === 0)
        throw new NotFetched(`${url.href} redirects more than ${limits.redirects} times`, {
          reason: 'too-many-redirects',
          seems: url.href,
        })
      const next = new URL(location, url)
      if (isOwn(next) && next.origin !== url.origin)
        throw new NotFetched(`${url.href} redirects to ${next.origin}, which is reached by no redirect from elsewhere`)
      return ask(next, wanted, signal, left - 1)
    }
    throw new NotFetched(`${url.href} answered ${status}`, {
      status,
      retryAfter: secondsOf(one('retry-after'), now()),
      isServer: status === 429 || status >= 500,
      reason: 'bad-answer',
      seems: `${url.href} ${status}`,
    })
  }

  return async (url, wanted = {}) => {
    const { from, signal } = wanted
    if (from !== undefined && isOwn(url) && from.origin !== url.origin && !isOwn(from))
      throw new NotFetched(`${url.href} is on this machine or its network, and ${from.host} may not have it asked`)
    try {
      const signals = [AbortSignal.timeout(limits.total), ...(signal ? [signal] : [])]
      return await ask(url, wanted, AbortSignal.any(signals), limits.redirects)
    } catch (error) {
      signal?.throwIfAborted()
      throw explain(error, url, limits)
    }
  }
}

const sizeOf = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KiB` : `${bytes / 1024 / 1024} MiB`
