import { useMessages } from '../../i18n/messages.ts'
import type { Words } from '../../i18n/words.ts'
import './UrgencyGauge.css'

type Level = keyof Words['urgency']

const steps = ['wait', 'early', 'immediate'] as const satisfies readonly Level[]

/** Three steps, one lit; none and a word where it is not rated. `why` is shown on hover. */
export function UrgencyGauge({ level, why }: { level: Level; why?: string }) {
  const { t, w } = useMessages()
  return (
    <span className="urgency-gauge" role="img" aria-label={t.alerts.urgencyIs(w.urgency[level])} title={why}>
      {steps.map((step) => (
        <span key={step} data-lit={step === level ? step : undefined}>
          {w.urgency[step]}
        </span>
      ))}
      {level === 'unrated' && <span data-unrated>{w.urgency.unrated}</span>}
    </span>
  )
}
