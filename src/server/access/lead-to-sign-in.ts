/** A page that nobody may read yet leads to where people sign in. */
import type { MiddlewareHandler } from 'hono'
import { Me } from '../../contract/access.ts'
import type { PagePath } from '../../contract/pages.ts'
import { pageOf } from '../http/page-of.ts'
import { askApp, type AnswerRequest } from '../rendering/ask-app.ts'
import type { AppEnv } from './principal.ts'

/** The pages by which people come in, and those that letters lead to. */
const open: ReadonlySet<PagePath> = new Set(['/sign-in', '/password', '/confirm', '/unsubscribe'])

/** Serves pages to who may read anything, and leads others to the sign-in and from there back: the page would be refused all that it asks for. */
export const leadToSignIn =
  (site: MiddlewareHandler<AppEnv>, answer: AnswerRequest): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const page = pageOf(c.req.path)
    if (page === null || open.has(page)) return site(c, next)
    const me = await askApp(c, answer)('/api/me')
    if (!me.ok || Me.parse(await me.json()).role !== null) return site(c, next)
    const { pathname, search } = new URL(c.req.url)
    c.header('cache-control', 'private, no-store')
    return c.redirect(`/sign-in?${new URLSearchParams({ to: pathname + search }).toString()}`)
  }
