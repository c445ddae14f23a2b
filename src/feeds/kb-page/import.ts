/** Microsoft's support page of a KB: what it says of known issues. */
import type { KnownIssue, SupportPage } from '../../contract/bulletin.ts'
import { httpUrl } from '../printed.ts'
import type { FeedProblem } from '../feed.ts'
import { decodeText } from '../text.ts'
import { knownIssueOf } from './issues.ts'
import { writtenPage, type WrittenPage } from './page.ts'
import { supportAddress } from './other-page.ts'
import { buildsIn, kbsIn, saysNone } from './words.ts'
import { byId } from '../../domain/table/by-id.ts'

/** A page as read; the day on which that was is known where it is kept. */
export type ReadSupportPage = Omit<SupportPage, 'readOn'> & {
  issues: KnownIssue[]
  /** When it was last changed, as it says itself. */
  changedAt: string | null
}

/** Whether a web page says of itself that it is one of Microsoft's support pages. */
export const isSupportPage = (html: string): boolean =>
  /<title\b[^>]*>[^<]*(?:\bKB ?\d{5,8}\b|\bMicrosoft (?:Support|サポート))/i.test(html)

const changedNames = ['lastpublisheddate', 'article:modified_time', 'updated_at', 'ms.date']

function changedAt({ meta }: WrittenPage): string | null {
  const moments = changedNames.map((name) => Date.parse(meta.get(name) ?? ''))
  const known = moments.find((moment) => !Number.isNaN(moment))
  return known === undefined ? null : new Date(known).toISOString()
}

/** The KB that a page is about: its title has to name it. What a page says elsewhere may only be what it was asked for. */
function kbOf({ titles, meta }: WrittenPage): string | null {
  const [title, article] = titles.map(kbsIn)
  const named = article?.length ? article : (title ?? [])
  const claimed = /^\d+$/.exec(meta.get('awa-kb_id') ?? '')?.[0]
  if (claimed !== undefined && !named.includes(claimed)) return null
  return claimed ?? named[0] ?? null
}

type Answer = Pick<ReadSupportPage, 'answer' | 'cause' | 'issues'>

/** What the page answers; that it has no issues only where it says so. */
function answerOf({ section, language }: WrittenPage, kb: string, url: string): Answer {
  if (section === null) return { answer: 'unreadable', cause: 'no-section', issues: [] }
  const issues = section.issues.flatMap((issue) => knownIssueOf(issue, { kb, url, language }) ?? [])
  const own = [...byId(issues).values()]
  if (own.length > 0) return { answer: 'published', issues: own }
  const words = [section.prose, ...section.issues.flatMap(({ parts }) => [...parts.values()])]
  const isNone = words.some((each) => saysNone(each.words()))
  return isNone ? { answer: 'none', issues: [] } : { answer: 'unreadable', cause: 'other-layout', issues: [] }
}

/** Reads a page. One whose title names no KB, or another one than it claims to be about, is refused. */
export function importKbPage(bytes: Uint8Array): { page: ReadSupportPage | null; problems: FeedProblem[] } {
  const written = writtenPage(decodeText(bytes))
  const kb = kbOf(written)
  if (kb === null) {
    const message = `is no support page of a KB: ${written.titles[0] ?? 'it has no title'}`
    return { page: null, problems: [{ place: 'title', rule: null, message }] }
  }
  const url = httpUrl(written.canonical ?? '') ?? supportAddress(kb)
  const builds = buildsIn(written.titles.join(' ')).toSorted()
  return { page: { kb, url, builds, ...answerOf(written, kb, url), changedAt: changedAt(written) }, problems: [] }
}
