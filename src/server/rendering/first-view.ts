/**
 * How a first view comes about, from request to document:
 *
 * 1. `visit-of.ts` reads from the request for whom it is: address, language, time zone, and what the browser has kept.
 * 2. The components, built for the server (`src/web/render.tsx`), read their data as they do in a browser: by calls of the
 *    API, which this app answers in process and in the visitor's own name (`ask-app.ts`). So nobody sees more than they may.
 * 3. Of the same visit and the same answers comes the same markup: what was drawn lately is not drawn again.
 * 4. `document.ts` puts markup and answers into `index.html`. The browser begins with the same answers, draws the same,
 *    and takes the markup over (`src/web/main.tsx`).
 *
 * Where any of it fails, takes long, or needs someone to sign in, the plain `index.html` goes out: the browser then draws.
 */
import type { Context, HonoRequest, MiddlewareHandler } from 'hono'
import type { PrepareView } from '../../contract/first-view.ts'
import type { AppEnv } from '../access/principal.ts'
import { prepareText, sendReply, type PreparedReply } from '../http/reply.ts'
import { askApp, type AnswerRequest } from './ask-app.ts'
import { documentOf } from './document.ts'
import type { PageTemplate } from './page-template.ts'
import { memoizeByKey } from '../memoize.ts'
import { visitOf } from './visit-of.ts'

/**
 * A reader who waits longer for a first view, in milliseconds, gets the page without one. Reading an index of 10,000 for
 * the first time takes half of it.
 */
const patience = 5000

/** Documents that are kept, each for one view in one language for who may see the same. */
const kept = 100

/** Whether an address has a first view; words are searched for in the index, which is read behind it. */
const hasFirstView = (request: HonoRequest) =>
  /^\/(alerts|bulletins\/[^/]+)?$/.test(request.path) && request.query('q') === undefined

type Rendered = { reply: PreparedReply; styleHash: string }

type Deps = {
  prepare: PrepareView
  template: PageTemplate
  now: () => Date
  report: (error: unknown) => void
  /** This app: answers what the pages ask of the API. */
  answer: AnswerRequest
  /** The pages without a first view. */
  site: MiddlewareHandler<AppEnv>
}

/** Answers with the first view of a page, and what has none as the site does. */
export function firstViews({ prepare, template, now, report, answer, site }: Deps): MiddlewareHandler<AppEnv> {
  const documents = memoizeByKey<string, Rendered>(kept)

  async function render(c: Context<AppEnv>): Promise<Rendered | null> {
    const visit = visitOf(c.req.raw, now())
    const prepared = await prepare(visit, askApp(c, answer))
    if (prepared === null) return null
    const key = JSON.stringify([visit, prepared.answers])
    return documents(key, async () => {
      const { html, styleHash } = documentOf(template, { visit, answers: prepared.answers, ...(await prepared.draw()) })
      return { reply: prepareText(html, 'text/html; charset=utf-8'), styleHash }
    })
  }

  return async (c, next) => {
    const isReading = c.req.method === 'GET' || c.req.method === 'HEAD'
    if (!isReading || !hasFirstView(c.req)) return site(c, next)
    const rendered = await inTime(render(c), patience).catch((error: unknown) => {
      report(error)
      return null
    })
    if (rendered === null) return site(c, next)
    c.set('styles', rendered.styleHash)
    return sendReply(c, rendered.reply, {
      'cache-control': 'private, no-store',
      vary: 'accept-encoding, accept-language, cookie, authorization',
    })
  }
}

/** Null where it takes longer, in milliseconds. */
async function inTime<T>(work: Promise<T | null>, milliseconds: number): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), milliseconds)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
