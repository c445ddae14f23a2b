import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from '../access/principal.ts'

const header = 'content-security-policy'

/** Lets the policy of an answer name the styles that its document has, and no others. It goes before the middleware that sets the policy. */
export const allowStyles: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next()
  const styles = c.get('styles')
  if (styles === undefined) return
  const policy = c.res.headers.get(header) ?? ''
  c.res.headers.set(header, policy.replace("style-src 'self'", `style-src 'self' ${styles}`))
}
