/** Answers that are heard: a client that still sends when it is answered would otherwise see its connection reset. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http'

/** So much more is read of it, and thrown away, for so long in milliseconds. */
const bytesAtMost = 128 * 1024 * 1024
const patience = 60_000

/** Reads to its end what a client still sends after it was answered, within limits. */
export function hearOut(server: Server): void {
  server.on('request', (incoming: IncomingMessage, outgoing: ServerResponse) => {
    outgoing.once('finish', () => {
      if (incoming.readableEnded || incoming.destroyed) return
      // A reader would keep what comes.
      incoming.removeAllListeners('data').removeAllListeners('readable')
      let left = bytesAtMost
      const timer = setTimeout(() => incoming.destroy(), patience).unref()
      incoming.on('data', (chunk: Buffer) => {
        left -= chunk.length
        if (left < 0) incoming.destroy()
      })
      incoming.once('close', () => clearTimeout(timer))
      incoming.on('error', () => {})
      incoming.resume()
    })
  })
}
