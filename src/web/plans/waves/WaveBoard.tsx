import type { PlanView, PlanWaveView } from '../../../contract/plan-view.ts'
import { formatLength } from '../../i18n/moments.ts'
import { PagePart } from '../../ui/layout/PagePart.tsx'
import { usePlanWords } from '../wording.ts'
import { GateLine } from './GateLine.tsx'
import { laneLength } from './lane.ts'
import { useWaveMessages } from './messages.ts'
import { courseOf, WaveRow } from './WaveRow.tsx'
import styles from './WaveBoard.module.css'

type Props = {
  view: PlanView
  /** Null where the reader may not do it, or there is nothing to do. */
  onOpenGate: ((wave: PlanWaveView) => void) | null
  onCount: (() => void) | null
}

/** The waves of a plan in their order, with the gate of each before it. */
export function WaveBoard({ view, onOpenGate, onCount }: Props) {
  const t = useWaveMessages()
  const { waves, plan } = view
  const hasGates = waves.some(({ waitsFor }) => waitsFor.length > 0)
  const hasBegun = plan.startedAt !== null
  const length = laneLength(waves.map(({ planned }) => courseOf(planned)))
  return (
    <PagePart
      id="waves"
      title={hasGates ? t.title : t.titleWaves}
      note={hasBegun ? t.note : undefined}
      isFull
      actions={
        onCount !== null && (
          <button type="button" className="button" onClick={onCount}>
            {t.count}
          </button>
        )
      }
    >
      <div className={styles['wave-board']}>
        <Head view={view} length={length} />
        <ol>
          {waves.map((wave, position) => (
            <li key={wave.key}>
              {hasGates && position > 0 && <GateLine view={view} wave={wave} onOpen={onOpenGate} />}
              <WaveRow view={view} wave={wave} laneLength={length} />
            </li>
          ))}
        </ol>
      </div>
    </PagePart>
  )
}

/** What the columns are, and from when to when the lanes go. */
function Head({ view, length }: { view: PlanView; length: number }) {
  const t = useWaveMessages()
  const { moments, language } = usePlanWords(view)
  const starts = view.waves.flatMap(({ planned }) => courseOf(planned).from ?? [])
  const clocks = new Set(starts.map(moments.time))
  const [start] = starts
  const isOneClock = clocks.size === 1 && start !== undefined && length <= dayMs
  return (
    <div className={`${styles['row']} ${styles['head']}`} aria-hidden>
      <span>{t.head.wave}</span>
      <span>{t.head.target}</span>
      <span className={styles['axis']}>
        <span>{isOneClock ? moments.time(start) : t.start}</span>
        <span>{isOneClock ? moments.time(start + length) : `+${formatLength(length / 60_000, language)}`}</span>
      </span>
      <span className={styles['times']}>{t.head.half}</span>
      <span className={styles['times']}>{t.head.ninety}</span>
      <span className={styles['times']}>{t.head.last}</span>
      <span className={styles['share']}>{t.head.share}</span>
    </div>
  )
}

const dayMs = 24 * 3_600_000
