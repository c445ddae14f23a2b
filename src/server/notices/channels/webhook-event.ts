/** The body of a webhook: an event by Standard Webhooks 1.0.0, which `docs/notices.md` describes. */
import type { Change } from '../../../contract/changes.ts'
import type { EventLine, NoticeEvent } from '../../../contract/notice-event.ts'
import type { NoticeContent, NoticeLine } from '../../../contract/notices.ts'
import { letterLine } from '../../../words/letter-lines.ts'
import { plainLine } from '../../../words/plain-line.ts'
import { wordingOf } from '../../wording.ts'
import { bytesOf } from './fitting.ts'
import { addressOf, linksOf, type Message } from './parts.ts'

/** The size that Standard Webhooks recommends, in bytes. */
const maxBytes = 20_000

/** Enough names to see what it is about; `count` of the change says how many there are. */
const maxNames = 10

const maxSaid = 1000

/** A value with harmless texts of one line; of which nothing is left is a text all the same. */
function plain<T>(value: T): T {
  const clean = (each: unknown): unknown => {
    if (typeof each === 'string') return each === '' ? '' : plainLine(each) || '-'
    if (Array.isArray(each)) return each.map(clean)
    if (typeof each !== 'object' || each === null) return each
    return Object.fromEntries(Object.entries(each).map(([key, item]) => [key, clean(item)]))
  }
  // What comes out has the type of what went in: only its texts are changed.
  return clean(value) as T
}

const shorterChange = ({ of, platforms = [], ...change }: Change): Change => ({
  ...change,
  of: of.slice(0, maxNames),
  ...(of.length > maxNames && { count: change.count ?? of.length }),
  ...(platforms.length > 0 && { platforms: platforms.slice(0, maxNames) }),
  ...(platforms.length > maxNames && { platformCount: change.platformCount ?? platforms.length }),
})

function eventLine(told: NoticeLine, { about, origin }: Message): EventLine {
  const { path, changes, text, ...line } = told
  return {
    ...plain({ ...line, changes: changes.map(shorterChange) }),
    ...(text !== undefined && { text: plainLine(text, maxSaid) }),
    url: addressOf(path, origin),
    summary: letterLine(told, wordingOf(about.language), false).details,
  }
}

const linesOf = (content: NoticeContent) => (content.about === 'changes' ? content.lines : [])

/** The event as the text that is signed and sent: as many lines as fit. */
export function webhookBody(message: Message): string {
  const { letter, content, about, origin } = message
  const lines = linesOf(content).map((line) => eventLine(line, message))
  const bodyOf = (some: NoticeEvent['data']['lines']): string =>
    JSON.stringify({
      type: `notice.${content.about}`,
      timestamp: about.madeAt,
      data: {
        id: about.id,
        subscription: plainLine(about.name),
        language: about.language,
        headline: letter.headline,
        url: linksOf(message)[0]?.url ?? `${origin}/`,
        count: content.about === 'changes' ? content.count : 0,
        alerts: content.about === 'changes' ? content.bulletins : 0,
        lines: some,
      },
    } satisfies NoticeEvent)
  let left = maxBytes - bytesOf(bodyOf([]))
  const fitting = lines.filter((line) => {
    // A comma between two of them. What comes after the first that does not fit is left out, too.
    left -= bytesOf(JSON.stringify(line)) + 1
    return left >= 0
  })
  return bodyOf(fitting)
}
