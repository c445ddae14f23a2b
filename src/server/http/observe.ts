/** Sees every request that comes from outside: gives it an id, and tells once how it was answered. */
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Context, MiddlewareHandler } from 'hono'
import { endpointAt } from '../access/endpoint-at.ts'
import type { AppEnv } from '../access/principal.ts'
import { pageOf } from './page-of.ts'

/** A request when all of its answer was sent, or its sender had gone. */
export type AnsweredRequest = {
  requestId: string
  /** `other` for what is no usual method. */
  method: string
  /** The pattern of its address, never the address itself: `/api/bulletins/{id}`; `other` where nothing is. */
  route: string
  /** 499 where its sender had gone before there was an answer. */
  status: number
  milliseconds: number
  /** Sent for it, headers included. */
  bytes: number
  /** Where it came from, as limits count it. */
  address: string
  /** Whether its sender had gone before all was sent. */
  isAborted: boolean
  /** Whether it is a stream of events: it lasts as long as its page is open, and its time is that until it began. */
  isStream: boolean
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

const methodOf = (method = '') => (methods.has(method) ? method : 'other')

/** An id as proxies make them: a UUID, a number in hexadecimal. */
const wellFormed = /^[A-Za-z\d][\w.-]{7,63}$/

/** The pattern of an address: of an endpoint, a page or the files of the build; there are no others, whatever is asked. */
export function routePattern(method: string, path: string): string {
  const endpoint = endpointAt(method, path)?.path ?? pageOf(path)
  return endpoint ?? (path.startsWith('/assets/') ? '/assets/{file}' : 'other')
}

type Bindings = { incoming?: IncomingMessage; outgoing?: ServerResponse }

type Deps = {
  /** How many proxies of ours are in front: one that gives an id is believed. */
  proxies: number
  seen: (answered: AnsweredRequest) => void
}

/** The ids of requests by their answers. What the server asks itself in the name of a request is part of that. */
const underWay = new WeakMap<ServerResponse, string>()

/** Short enough to be quoted: the first three groups of a UUID, 60 bits by chance. */
const freshId = () => randomUUID().slice(0, 18)

/** Tells of what no app is asked, since the library cannot read it as a request: one without a host, as a rule. */
export function observeUnread(server: Server, seen: Deps['seen']): void {
  server.on('request', (incoming, outgoing) => {
    const began = performance.now()
    outgoing.once('close', () => {
      if (underWay.has(outgoing)) return
      seen({
        requestId: freshId(),
        method: methodOf(incoming.method),
        route: 'other',
        status: outgoing.statusCode,
        milliseconds: performance.now() - began,
        bytes: 0,
        address: 'unknown',
        isAborted: !outgoing.writableFinished,
        isStream: false,
      })
    })
  })
}

export function observe({ proxies, seen }: Deps): MiddlewareHandler<AppEnv> {
  function idOf(c: Context<AppEnv>, outgoing: ServerResponse | undefined): string {
    const given = proxies > 0 ? (c.req.header('x-request-id') ?? '') : ''
    return (outgoing && underWay.get(outgoing)) ?? (wellFormed.test(given) ? given : freshId())
  }

  return async (c, next) => {
    const began = performance.now()
    const { incoming, outgoing }: Bindings = c.env ?? {}
    const requestId = idOf(c, outgoing)
    c.set('requestId', requestId)
    const isSeen = incoming !== undefined && outgoing !== undefined && !underWay.has(outgoing)
    let untilStream: number | null = null
    if (isSeen) {
      underWay.set(outgoing, requestId)
      const { socket } = incoming
      const before = socket.bytesWritten
      outgoing.once('close', () => {
        const isAborted = !outgoing.writableFinished
        const method = methodOf(c.req.method)
        seen({
          requestId,
          method,
          route: routePattern(method, c.req.path),
          status: isAborted && !outgoing.headersSent ? 499 : outgoing.statusCode,
          milliseconds: untilStream ?? performance.now() - began,
          bytes: socket.bytesWritten - before,
          address: c.get('address'),
          isAborted,
          isStream: untilStream !== null,
        })
      })
    }
    await next()
    c.res.headers.set('x-request-id', requestId)
    if (c.res.headers.get('content-type') === 'text/event-stream') untilStream = performance.now() - began
  }
}
