import type { Context } from 'hono'

/** The address of a request as others know it, wherever a proxy has sent it. `origin`: where people reach the server; null for wherever they do. */
export function publicAddress({ req }: Context, origin: string | null): URL {
  const { pathname, search, origin: here } = new URL(req.url)
  return new URL(`${pathname}${search}`, origin ?? here)
}
