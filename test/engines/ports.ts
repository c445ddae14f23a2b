import { once } from 'node:events'
import { createServer } from 'node:net'
import { vi } from 'vitest'

/** A port of this machine that nothing uses. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (typeof address !== 'object' || address === null) throw new Error('no port is free')
  return address.port
}

/** Waits until an address answers. */
export const untilReady = (url: string) => vi.waitFor(() => fetch(url), { timeout: 20_000, interval: 50 })
