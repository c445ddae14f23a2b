import type { SubscriptionPreview } from '../../contract/notices.ts'
import { letterLine } from '../../words/letter-lines.ts'
import type { Tone } from '../../words/letter.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useWords } from '../i18n/words.ts'
import { useNoticeMessages } from './messages.ts'

type Told = SubscriptionPreview['last'][number]

/** How what has happened is coloured; its word says it, too. */
export const classOfTone: Record<Tone, string | undefined> = {
  alarm: 'hot',
  warning: 'warm',
  good: undefined,
  plain: undefined,
}

/** A notice in a line: what happened, to what, and how many more are in it. Null of one that tells nothing. */
export function useNoticeLine() {
  const t = useNoticeMessages()
  const words = useWords()
  const language = useLanguage()
  return ({ lines, count, bulletins }: Omit<Told, 'at'>) => {
    const [first] = lines
    if (first === undefined) return null
    const line = letterLine(first, { language, words }, false)
    const more = bulletins > 1 ? [t.together(bulletins - 1)] : count > 1 ? [t.moreLines(count)] : []
    // What is said by the mark is not said again.
    const details = line.details.map((detail) =>
      detail.startsWith(line.mark) ? detail.slice(line.mark.length) : detail,
    )
    const told = [...details.map((detail) => detail.replace(/^[:：\s]+/, '')), line.aside, ...more]
    return { ...line, id: first.bulletin, path: first.path, told: told.filter((part) => part !== '') }
  }
}
