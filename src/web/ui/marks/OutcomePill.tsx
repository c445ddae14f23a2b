import { useWords } from '../../i18n/words.ts'
import type { Words } from '../../../words/words.ts'
import { Pill } from './Pill.tsx'

type Outcome = keyof Words['outcome']

export const outcomeGlyphs = {
  passed: '✓',
  'passed-with-issues': '!',
  failed: '✕',
  unrecorded: '●',
} as const satisfies Record<Outcome, string>

const tones = { passed: 'good', 'passed-with-issues': 'mixed', failed: 'bad', unrecorded: 'plain' } as const

/** The outcome of a test. */
export function OutcomePill({ outcome }: { outcome: Outcome }) {
  const words = useWords()
  return (
    <Pill glyph={outcomeGlyphs[outcome]} tone={tones[outcome]}>
      {words.outcome[outcome]}
    </Pill>
  )
}
