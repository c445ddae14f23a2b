import type { ComponentProps } from 'react'
import type { PlatformLifecycle, SupportState, SupportTerm } from '../../contract/lifecycle.ts'
import { endDays, supportState, termsFor } from '../../domain/platforms/lifecycle.ts'
import { useTeamDay } from '../due/queries.ts'
import { formatDay } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { Pill } from '../ui/marks/Pill.tsx'
import { useSupportMessages } from './support-messages.ts'

const looks: Record<SupportState, Pick<ComponentProps<typeof Pill>, 'glyph' | 'tone'>> = {
  supported: { glyph: '✓', tone: 'good' },
  partly: { glyph: '!', tone: 'mixed' },
  esu: { glyph: '!', tone: 'mixed' },
  ended: { glyph: '✕', tone: 'bad' },
  unknown: { glyph: '?', tone: 'plain' },
}

/** How supported something is today, in words with the day. */
function useSupportText(): (terms: readonly SupportTerm[], state: SupportState) => string {
  const t = useSupportMessages()
  const language = useLanguage()
  const day = (iso: string | null | undefined) => (iso ? formatDay(iso, language) : null)
  return (terms, state) => {
    const { first, last } = endDays(terms)
    const [from, to] = [day(first), day(last)]
    switch (state) {
      case 'supported':
        return to === null || from === null ? t.open : from === to ? t.until(to) : t.between(from, to)
      case 'partly':
        return t.partly(to)
      case 'esu':
        return t.esu(
          day(
            terms
              .map(({ paidUntil }) => paidUntil ?? '')
              .toSorted()
              .at(-1),
          ) ?? '',
        )
      case 'ended':
        return t.ended(to)
      case 'unknown':
        return t.unknown
    }
  }
}

type Props = { lifecycle: PlatformLifecycle | null; edition?: string | null }

/** Until when a platform is supported; `edition`: the OS edition, where its name tells one. */
export function SupportPill({ lifecycle, edition = null }: Props) {
  const t = useSupportMessages()
  const language = useLanguage()
  const today = useTeamDay()
  const textOf = useSupportText()
  const terms = termsFor(lifecycle?.terms ?? [], edition)
  const state = supportState(terms, today)
  const source = lifecycle?.source
  return (
    <span title={source && t.source(source.title, formatDay(source.asOf, language))}>
      <Pill {...looks[state]}>{textOf(terms, state)}</Pill>
    </span>
  )
}
