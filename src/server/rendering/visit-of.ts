import { parse } from 'hono/utils/cookie'
import { carriedKeys, zoneCookie, type Visit } from '../../contract/first-view.ts'
import { isTimeZone } from '../../domain/rollout/zone.ts'
import { serverZone } from '../server-zone.ts'

/** Pages speak of days, and days begin at a quarter of an hour everywhere: within one, views are the same. */
const quarterHour = 15 * 60_000

/** The most characters of a text that a browser sends along. */
const longest = 1000

/** The language that a browser likes most, as it says of itself: English for all that is not Japanese. */
const firstOf = (accepted: string | null) => (/^\s*ja\b/i.test(accepted ?? '') ? 'ja' : 'en')

/** Where a visit starts that asks for no page: at the filter that its browser has kept for that, as `startPage` there. */
function startOf(kept: Visit['kept']): string {
  try {
    const start: unknown = JSON.parse(kept['hotfix-report.start'] ?? 'null')
    return typeof start === 'string' && /^(\?|$)/.test(start) ? `/alerts${start}` : '/'
  } catch {
    return '/'
  }
}

/** For whom and when the page of a request is rendered, by what its browser says and has kept. */
export function visitOf({ url, headers }: Pick<Request, 'url' | 'headers'>, now: Date): Visit {
  const { pathname, search } = new URL(url)
  const cookies = parse(headers.get('cookie') ?? '')
  const keptTexts = carriedKeys.flatMap((key) => {
    const text = cookies[key] ?? ''
    return text === '' || text.length > longest ? [] : [[key, text] as const]
  })
  const kept: Record<string, string> = Object.fromEntries(keptTexts)
  const language = kept['hotfix-report.language']
  const zone = cookies[zoneCookie] ?? ''
  return {
    href: pathname === '/' && search === '' ? startOf(kept) : pathname + search,
    language: language === 'ja' || language === 'en' ? language : firstOf(headers.get('accept-language')),
    at: new Date(now.getTime() - (now.getTime() % quarterHour)).toISOString(),
    zone: isTimeZone(zone) ? zone : serverZone,
    kept,
  }
}
