import { diffWordsWithSpace } from 'diff'
import { useMemo } from 'react'
import type { Language } from '../i18n/language.tsx'

type Props = { before: string; after: string; side: 'before' | 'after'; language: Language }

/** With more changed words than this, marking each would tell nothing. */
const maxEdits = 1200

/** One of two texts, with the words marked that the other has not. */
export function ChangedText({ before, after, side, language }: Props) {
  const parts = useMemo(
    () =>
      // Japanese is written without spaces: the browser knows its words.
      diffWordsWithSpace(before, after, {
        intlSegmenter: new Intl.Segmenter(language, { granularity: 'word' }),
        maxEditLength: maxEdits,
      }),
    [before, after, language],
  )
  const text = side === 'before' ? before : after
  if (parts === undefined || before === after) return text
  return parts.map(({ value, added, removed }, at) => {
    if (side === 'before' ? added : removed) return null
    const isChanged = side === 'before' ? removed : added
    const Mark = side === 'before' ? 'del' : 'ins'
    // oxlint-disable-next-line react/no-array-index-key -- the parts of a text have no names, and never move
    return isChanged ? <Mark key={at}>{value}</Mark> : value
  })
}
