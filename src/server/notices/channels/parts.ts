/** What every channel needs to make a message: the letter, and addresses that are whole. */
import type { NoticeContent } from '../../../contract/notices.ts'
import type { Letter } from '../../../words/letter.ts'
import { noticeWords } from '../../../words/notices.ts'
import { plainLine } from '../../../words/plain-line.ts'
import type { About } from '../deliver.ts'

/** A notice as it is handed to a channel. `origin`: where people reach the server, such as `https://hotfix.example`. */
export type Message = {
  letter: Letter
  content: NoticeContent
  about: About
  origin: string
  /** What comes after `/confirm#`, in the letter that asks to confirm an address; null in all others. */
  confirmation: string | null
}

/** A path of our own as an address; what else it may be leads nowhere but to the first page. */
export function addressOf(path: string, origin: string): string {
  const url = URL.parse(path, `${origin}/`)
  return url !== null && url.origin === new URL(origin).origin ? url.href : `${origin}/`
}

type Link = { label: string; url: string }

/** Where to go from a letter, with whole addresses. The link that confirms an address is known to this one alone. */
export function linksOf({ letter, about, origin, confirmation }: Message): Link[] {
  const links = letter.links.map(({ label, path }) => ({ label: plainLine(label), url: addressOf(path, origin) }))
  if (confirmation === null) return links
  const { open } = noticeWords[about.language].confirm
  return [{ label: open, url: `${origin}/confirm#${encodeURIComponent(confirmation)}` }, ...links]
}

/** Why it comes and how to end that; of what comes without a subscription, from whom. */
export function footerOf({ about, origin }: Message): { why: string; links: Link[] } {
  const t = noticeWords[about.language]
  if (about.unsubscribe === null && about.subscription === undefined) return { why: 'HotFix Report', links: [] }
  return {
    why: plainLine(t.why(about.name)),
    links: [
      { label: t.manage, url: `${origin}/notices` },
      ...(about.unsubscribe === null
        ? []
        : [{ label: t.unsubscribe, url: `${origin}/unsubscribe#${encodeURIComponent(about.unsubscribe)}` }]),
    ],
  }
}
