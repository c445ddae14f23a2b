import { useMessages } from '../i18n/messages.ts'
import type { words } from '../i18n/words.ts'
import './OutcomePill.css'

type Outcome = keyof (typeof words)['ja']['outcome']

export const outcomeGlyphs = {
  passed: '✓',
  'passed-with-issues': '!',
  failed: '✕',
  unrecorded: '●',
} as const satisfies Record<Outcome, string>

/** The outcome of a test: glyph and word, never colour alone. */
export function OutcomePill({ outcome }: { outcome: Outcome }) {
  const { w } = useMessages()
  return (
    <span className="outcome-pill" data-outcome={outcome}>
      <i aria-hidden>{outcomeGlyphs[outcome]}</i>
      {w.outcome[outcome]}
    </span>
  )
}
