import { clsx } from 'clsx'
import { outcomes } from '../../contract/words.ts'
import { useWords } from '../i18n/words.ts'
import { outcomeGlyphs } from '../ui/marks/OutcomePill.tsx'
import { useLabMessages } from './messages.ts'
import styles from './LabLegend.module.css'

/** What the glyphs and patterns of the grid mean. */
export function LabLegend() {
  const t = useLabMessages()
  const words = useWords()
  return (
    <p className={clsx('muted', styles['lab-legend'])}>
      {outcomes.map((outcome) => `${outcomeGlyphs[outcome]} ${words.outcome[outcome]} ・ `)}
      {t.legend}
    </p>
  )
}
