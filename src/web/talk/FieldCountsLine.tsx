import type { FieldCounts } from '../../contract/field-reports.ts'
import { formatNumber } from '../i18n/format.ts'
import { Pill } from '../ui/marks/Pill.tsx'
import { useTalkMessages } from './messages.ts'
import styles from './FieldReports.module.css'

const looks = { broke: { glyph: '✕', tone: 'bad' }, works: { glyph: '✓', tone: 'good' } } as const

/** How many reports say that it broke and that it works, and on how many machines; what nobody says is left out. */
export function FieldCountsLine({ counts }: { counts: FieldCounts }) {
  const t = useTalkMessages()
  return (
    <p className={styles['counts']}>
      {(['broke', 'works'] as const)
        .filter((outcome) => counts[outcome].reports > 0)
        .map((outcome) => (
          <span key={outcome}>
            <Pill {...looks[outcome]}>{t.seen[outcome]}</Pill>{' '}
            {t.counts(counts[outcome].reports, formatNumber(counts[outcome].machines))}
          </span>
        ))}
    </p>
  )
}
