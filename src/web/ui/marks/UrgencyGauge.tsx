import { useCommon } from '../../i18n/common.ts'
import { useWords } from '../../i18n/words.ts'
import type { Words } from '../../../words/words.ts'
import styles from './UrgencyGauge.module.css'

type Level = keyof Words['urgency']

const steps = ['wait', 'early', 'immediate'] as const satisfies readonly Level[]

/** Three steps, one lit; none and a word where it is not rated. `why` is shown on hover. */
export function UrgencyGauge({ level, why }: { level: Level; why?: string }) {
  const common = useCommon()
  const words = useWords()
  return (
    <span
      className={styles['urgency-gauge']}
      role="img"
      aria-label={common.urgencyIs(words.urgency[level])}
      title={why}
    >
      {steps.map((step) => (
        <span key={step} data-lit={step === level ? step : undefined}>
          {words.urgency[step]}
        </span>
      ))}
      {level === 'unrated' && <span data-unrated>{words.urgency.unrated}</span>}
    </span>
  )
}
