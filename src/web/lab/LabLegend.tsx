import { outcomes } from '../../contract/vocabulary.ts'
import { useWords } from '../i18n/words.ts'
import { GridLegend } from '../ui/grid/GridLegend.tsx'
import { outcomeGlyphs } from '../ui/marks/OutcomePill.tsx'
import { useLabMessages } from './messages.ts'

/** What the glyphs and patterns of the grid mean. */
export function LabLegend() {
  const t = useLabMessages()
  const words = useWords()
  return (
    <GridLegend>
      {outcomes.map((outcome) => `${outcomeGlyphs[outcome]} ${words.outcome[outcome]} ・ `)}
      {t.legend}
    </GridLegend>
  )
}
