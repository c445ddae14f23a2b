import type { PlanView, PlanWaveView } from '../../../contract/plan-view.ts'
import { usePlanWords } from '../wording.ts'
import { gateWords, shownPercent } from './gate-words.ts'
import { useWaveMessages } from './messages.ts'
import { comma } from '../../i18n/format.ts'
import styles from './WaveBoard.module.css'

type Props = {
  view: PlanView
  /** The wave behind the gate. */
  wave: PlanWaveView
  onOpen: ((wave: PlanWaveView) => void) | null
}

/** The gate before a wave: what it waits for, or how it was opened. */
export function GateLine({ view, wave, onOpen }: Props) {
  const t = useWaveMessages()
  const words = usePlanWords(view)
  if (view.plan.startedAt === null) return <PlannedGate view={view} wave={wave} />
  const { glyph, word, tone, text } = gateWords(wave, { t, words, view })
  const { state } = wave.gateState
  const canOpen = onOpen !== null && wave.state !== 'done' && state !== 'open'
  return (
    <div className={styles['gate']}>
      <b data-tone={tone}>
        <span aria-hidden>{glyph}</span> {word}
      </b>
      <span>{text}</span>
      {canOpen && (
        <button
          type="button"
          className="button"
          aria-label={
            state === 'opened-by-hand' ? t.closeGate(words.waveName(wave.key)) : t.openGate(words.waveName(wave.key))
          }
          onClick={() => onOpen(wave)}
        >
          {state === 'opened-by-hand' ? t.close : t.open}
        </button>
      )}
    </div>
  )
}

/** A gate of a plan that has not begun: what will have to hold. */
function PlannedGate({ view, wave: { waitsFor, gate } }: Pick<Props, 'view' | 'wave'>) {
  const t = useWaveMessages()
  const { wavesNamed, language } = usePlanWords(view)
  const rules = [
    t.gate.done(shownPercent(gate.donePercent)),
    ...(gate.failurePercent === null ? [] : [t.gate.failuresAtMost(shownPercent(gate.failurePercent))]),
    ...(gate.soakHours > 0 ? [t.gate.soak(gate.soakHours)] : []),
    ...(gate.noNewIssues ? [t.gate.noIssues] : []),
  ]
  return (
    <div className={styles['gate']}>
      <b data-tone="plain">{t.gate.planned}</b>
      <span>
        {waitsFor.length === 0
          ? t.gate.waitsForNone
          : [t.gate.after(wavesNamed(waitsFor)), ...rules].join(comma(language))}
      </span>
    </div>
  )
}
