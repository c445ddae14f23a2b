import type { Milestones, PlanView, PlanWaveView } from '../../../contract/plan-view.ts'
import { countedAs } from '../../../domain/platforms/platforms.ts'
import { countOf, shareOf } from '../../../domain/rollout/waves.ts'
import { dayOfWeek } from '../../i18n/days.ts'
import { formatNumber } from '../../i18n/format.ts'
import { inputsOf, usePlanWords } from '../wording.ts'
import { drawn, type Course } from './lane.ts'
import { Lane } from './Lane.tsx'
import { useWaveMessages } from './messages.ts'
import { WaveShare } from './WaveShare.tsx'
import styles from './WaveBoard.module.css'

const ms = (moment: string | null) => (moment === null ? null : Date.parse(moment))

/** Milestones in milliseconds since 1970 UTC. */
export const courseOf = ({ start, half, ninety, last }: Milestones): Course => ({
  from: ms(start),
  half: ms(half),
  ninety: ms(ninety),
  last: ms(last),
})

/** Of more platforms than this the others are counted. */
const maxPlatforms = 3
/** So long after its start a wave is still in its first night, and the day of the week tells which day it is; in milliseconds. */
const night = 14 * 3_600_000

type Props = {
  view: PlanView
  wave: PlanWaveView
  /** How long its lane is, in milliseconds. */
  laneLength: number
}

/** A wave: when it was planned and when it came, on which machines, and how far it is. */
export function WaveRow({ view, wave, laneLength }: Props) {
  const t = useWaveMessages()
  const { language, moments, waveName } = usePlanWords(view)
  const hasBegun = view.plan.startedAt !== null
  const [planned, actual] = [courseOf(wave.planned), courseOf(wave.actual)]
  const start = planned.from
  const day = start === null ? null : moments.iso(start).slice(0, 10)
  const offset = actual.from === null || start === null ? 0 : actual.from - start
  // On another day it is told: the clock above the lanes is not its own.
  const isElsewhere = offset < 0 || offset > laneLength
  const instead = isElsewhere && actual.from !== null ? t.from(moments.moment(actual.from)) : t.notYet
  return (
    <div className={styles['row']} role="group" aria-label={waveName(wave.key)}>
      <div className={styles['name']}>
        <h3>{waveName(wave.key)}</h3> {day !== null && <span>{dayOfWeek(day, view.now.slice(0, 10), language)}</span>}
        <div>
          <StatePill wave={wave} isBegun={hasBegun} />
        </div>
      </div>
      <Target view={view} wave={wave} />
      <Lane
        planned={start === null ? null : drawn(planned, start, laneLength)}
        actual={start === null || isElsewhere ? null : drawn(actual, start, laneLength)}
        labels={hasBegun ? { planned: t.planned, actual: t.actual, instead } : null}
      />
      {(['half', 'ninety', 'last'] as const).map((milestone) => (
        <Times key={milestone} view={view} wave={wave} milestone={milestone} />
      ))}
      <WaveShare view={view} wave={wave} />
    </div>
  )
}

/** How far it is, in a word. */
function StatePill({ wave: { state, of, done }, isBegun }: { wave: PlanWaveView; isBegun: boolean }) {
  const t = useWaveMessages()
  if (!isBegun) return null
  const left = formatNumber(of - done)
  const words = {
    done: t.states.done,
    'to-come': t.states.toCome,
    waiting: t.states.toCome,
    stopped: t.states.stopped,
    running: done === 0 ? t.states.running : t.states.waits(left),
  }
  return (
    <span className={styles['pill']} data-state={state}>
      <i aria-hidden />
      {words[state]}
    </span>
  )
}

/** Its machines, by the version of their platform; a share of each as what it is. */
function Target({ view, wave }: Pick<Props, 'view' | 'wave'>) {
  const t = useWaveMessages()
  const { namesOf } = usePlanWords(view)
  const share = shareOfEach(view, wave)
  if (share !== null)
    return (
      <ul className={styles['target']}>
        <li>{t.pilotOf(share)}</li>
        <li>{t.machines(formatNumber(wave.of))}</li>
      </ul>
    )
  const versions = Array.from(
    Map.groupBy(wave.machines, ({ platform }) => countedAs(platform)),
    ([version, machines]) => ({ version, machines, count: countOf(machines) }),
  ).toSorted((a, b) => b.count - a.count)
  const shown = versions.length > maxPlatforms + 1 ? versions.slice(0, maxPlatforms) : versions
  return (
    <ul className={styles['target']}>
      {shown.map(({ version, machines, count }) => (
        <li key={version}>
          {`${withoutMaker(namesOf(machines.map(({ platform }) => platform)))} ${t.machines(formatNumber(count))}`}
        </li>
      ))}
      {shown.length < versions.length && <li className={styles['dim']}>{t.more(versions.length - shown.length)}</li>}
    </ul>
  )
}

/** What every row would repeat; a client is not told by its number alone. */
const withoutMaker = (name: string) => name.replace(/^Windows (?=Server )/, '')

/** Per cent of the machines of each platform of the plan, where the wave has the share that the draft gives its pilot. */
function shareOfEach(view: PlanView, wave: PlanWaveView): number | null {
  const percent = inputsOf(view.plan).pilotPercent
  const isPilot = view.machines.every(({ platform, count }) => {
    const here = wave.machines.find((each) => each.platform === platform)?.count ?? 0
    return here === shareOf(count, percent / 100)
  })
  return isPilot && percent > 0 && view.machines.length > 1 ? percent : null
}

type TimesProps = Pick<Props, 'view' | 'wave'> & { milestone: 'half' | 'ninety' | 'last' }

/** When a share of its machines was to be done, and when it was. */
function Times({ view, wave, milestone }: TimesProps) {
  const t = useWaveMessages()
  const { moments } = usePlanWords(view)
  const start = ms(wave.planned.start)
  const short = (moment: string | null) => {
    const at = ms(moment)
    if (at === null) return t.none
    if (start === null || Math.abs(at - start) >= night) return moments.day(at)
    if (moments.day(at) === moments.day(start)) return moments.time(at)
    return (
      <>
        <small>{moments.weekday(at)}</small> {moments.time(at)}
      </>
    )
  }
  const isLeft = milestone === 'last' && wave.done > 0 && wave.done < wave.of
  return (
    <div className={styles['times']}>
      <span className={styles['label']}>{t.head[milestone]}</span>
      <span className={styles['dim']}>
        <span className="visually-hidden">{t.planned} </span>
        {short(wave.planned[milestone])}
      </span>
      {view.plan.startedAt !== null && (
        <b>
          <span className="visually-hidden">{t.actual} </span>
          {isLeft ? t.left(formatNumber(wave.of - wave.done)) : short(wave.actual[milestone])}
        </b>
      )}
    </div>
  )
}
