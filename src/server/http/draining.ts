/** Answers that are heard: a client that still sends when it is answered would otherwise see its connection reset. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http'

/** So much more is read of it, and thrown away, for so long in milliseconds. */
const maxBytes = 128 * 1024 * 1024
const patience = 60_000

function throwAway(incoming: IncomingMessage) {
  // A reader would keep what comes.
  incoming.removeAllListeners('data').removeAllListeners('readable')
  let left = maxBytes
  const timer = setTimeout(() => incoming.destroy(), patience).unref()
  incoming.on('data', (chunk: Buffer) => {
    left -= chunk.length
    if (left < 0) incoming.destroy()
  })
  incoming.once('close', () => clearTimeout(timer))
  incoming.on('error', () => {})
  incoming.resume()
}

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

/** Reads to its end what a client still sends after it was answered, within limits. */
export function hearOut(server: Server): void {
  // Before whatever answers, which may do so at once.
  server.prependListener('request', (incoming: IncomingMessage, outgoing: ServerResponse) => {
    // A connection that is to be closed after the answer is closed once all of the body has come, and not before.
    const isLast = !outgoing.shouldKeepAlive && incoming.httpVersion === '1.1' && hasBody(incoming)
    if (isLast) outgoing.shouldKeepAlive = true
    outgoing.once('finish', () => {
      const { socket } = incoming
      if (isLast) incoming.once('close', () => socket.end())
      if (incoming.readableEnded || incoming.destroyed) {
        if (isLast) socket.end()
      } else throwAway(incoming)
    })
  })
}
