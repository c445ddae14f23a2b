/** A page of something that is not on file is the same page, answered with 404. */
import type { HonoRequest, MiddlewareHandler } from 'hono'
import type { AppEnv } from '../access/principal.ts'
import { pageOf } from './page-of.ts'
import { askApp, type AnswerRequest } from '../rendering/ask-app.ts'

/** What of the API tells whether that of which a page speaks is there; null where a page speaks of no single thing. */
function subjectOf(request: HonoRequest): string | null {
  const { path } = request
  const release = path === '/' ? request.query('release') : undefined
  if (release) return `/api/overview?${new URLSearchParams({ release })}`
  if (pageOf(path)?.includes('{') !== true) return null
  const [, kind = '', name = ''] = path.split('/')
  return `/api/${kind}/${name}${kind === 'platforms' ? '/fixes' : ''}`
}

/** Serves pages, and marks those of what the API does not have. It is asked in the name of the visitor: nobody learns more than they may read. */
export const markMissing =
  (site: MiddlewareHandler<AppEnv>, answer: AnswerRequest): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const subject = subjectOf(c.req)
    // A name that there cannot be is refused by 400.
    if (subject !== null) c.set('isMissing', [400, 404].includes((await askApp(c, answer)(subject)).status))
    return site(c, next)
  }
