import { clsx } from 'clsx'
import { freezesOf } from '../../../domain/rollout/answer.ts'
import { countOf } from '../../../domain/rollout/waves.ts'
import { frozen, merged, type Stretch } from '../../../domain/rollout/windows.ts'
import { formatList, formatNumber } from '../../i18n/format.ts'
import { usePlan } from '../plan/plan.tsx'
import { useWording } from '../use-conditions.ts'
import { DataTable } from '../../ui/layout/DataTable.tsx'
import { Panel } from '../../ui/layout/Panel.tsx'
import styles from './WaveTimeline.module.css'

const dayMs = 24 * 3_600_000
/** Of more sessions than this only the first and the last are told. */
const maxSessions = 3
/** The most days that are named below the tracks. */
const maxMarks = 6

/** When each wave is at work, between the first start and the last end, with the windows and freezes around it. */
export function WaveTimeline() {
  const { answer, inputs, facts } = usePlan()
  const { waves, open, plan } = answer
  const { zone, pilotPercent } = inputs
  const { t, language, moments, namesOf } = useWording(zone)
  const [first, last] = [plan.segments[0], plan.segments.at(-1)]
  if (first === undefined || last === undefined) return null
  // From the opening of the first window to the closing of the last one that is used.
  const start = open.findLast(({ from }) => from <= first.from)?.from ?? first.from
  const end = open.find(({ to }) => to >= last.to)?.to ?? last.to
  const place = ({ from, to }: Stretch) => {
    const [left, right] = [Math.max(from, start), Math.min(to, end)]
    return { left: `${((left - start) / (end - start)) * 100}%`, width: `${((right - left) / (end - start)) * 100}%` }
  }
  const within = (stretches: readonly Stretch[]) => stretches.filter(({ from, to }) => to > start && from < end)
  const windows = within(open)
  const holes = within(merged(freezesOf(inputs, facts.holidays).map((freeze) => frozen(freeze, zone))))
  /** When a wave is at work, and on how many machines: of many sessions the first and the last. */
  const sessionsOf = (wave: number) => {
    const sessions = plan.segments.filter((segment) => segment.wave === wave)
    const words = sessions.map(
      ({ from, to, machines }) => `${moments.span(from, to)} ${t.count(formatNumber(countOf(machines)))}`,
    )
    if (words.length <= maxSessions) return words.join(' / ')
    return [words[0], t.sessionsBetween(words.length - 2), words.at(-1)].join(' / ')
  }
  const marks = dayMarks(start, end, zone)
  const track = (
    <>
      {windows.map((window) => (
        <i key={window.from} className={styles['window']} style={place(window)} />
      ))}
      {holes.map((hole) => (
        <i key={hole.from} className={styles['freeze']} style={place(hole)} />
      ))}
    </>
  )
  return (
    <Panel id="timeline" title={t.waves}>
      <div className={styles['wave-timeline']}>
        <DataTable label={t.waves} head={[t.waveHead, t.targetHead, moments.span(start, end)]}>
          <tbody>
            {waves.map(({ number, machines }) => (
              <tr key={number}>
                <th scope="row">{t.wave(number)}</th>
                <td>
                  {formatList(
                    [
                      ...(number === 0 ? [] : [namesOf(machines)]),
                      t.count(formatNumber(countOf(machines))),
                      ...(number === 0 ? [t.pilotOf(pilotPercent)] : []),
                    ],
                    language,
                  )}
                </td>
                <td className={styles['time']}>
                  <div className={styles['track']}>
                    {track}
                    {plan.segments
                      .filter(({ wave }) => wave === number)
                      .map((segment) => (
                        <span
                          key={segment.from}
                          role="img"
                          data-pilot={number === 0 || undefined}
                          style={place(segment)}
                          {...named(
                            t.segment(
                              t.wave(number),
                              moments.span(segment.from, segment.to),
                              t.count(formatNumber(countOf(segment.machines))),
                            ),
                          )}
                        />
                      ))}
                  </div>
                  <p className={styles['sessions']}>{sessionsOf(number)}</p>
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
        <div className={styles['axis']} aria-hidden>
          {marks.map((at) => (
            <span key={at} style={{ left: `${((at - start) / (end - start)) * 100}%` }}>
              {moments.day(at)}
            </span>
          ))}
        </div>
        <p className={clsx(styles['legend'], 'muted')}>
          <i className={styles['window']} /> {t.legend.window}
          {holes.length > 0 && (
            <>
              <i className={styles['freeze']} /> {t.legend.freeze}
            </>
          )}
        </p>
      </div>
    </Panel>
  )
}

const named = (name: string) => ({ 'aria-label': name, title: name })

/** The beginnings of days between two moments, no more than can be named. */
function dayMarks(start: number, end: number, zone: string): number[] {
  const step = Math.ceil((end - start) / dayMs / maxMarks)
  const marks: number[] = []
  let day = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(zone).toPlainDate().add({ days: 1 })
  for (;;) {
    const at = day.toZonedDateTime(zone).epochMilliseconds
    if (at >= end) return marks
    marks.push(at)
    day = day.add({ days: step })
  }
}
