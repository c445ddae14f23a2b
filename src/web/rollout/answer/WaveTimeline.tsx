import type { Answer } from '../../../domain/rollout/answer.ts'
import { countOf, type Machines } from '../../../domain/rollout/waves.ts'
import { frozen, merged, type Freeze, type Stretch } from '../../../domain/rollout/windows.ts'
import { formatList, formatNumber } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.tsx'
import type { Moments } from '../../i18n/moments.ts'
import { useRolloutMessages } from '../messages.ts'
import { DataTable } from '../../ui/layout/DataTable.tsx'
import { Panel } from '../../ui/layout/Panel.tsx'
import './WaveTimeline.css'

type Props = {
  answer: Answer
  freezes: readonly Freeze[]
  zone: string
  pilotPercent: number
  moments: Moments
  namesOf: (machines: readonly Machines[]) => string
}

const dayMs = 24 * 3_600_000
/** So many days are named below the tracks at most. */
const maxMarks = 6

/** When each wave is at work, between the first start and the last end, with the windows and freezes around it. */
export function WaveTimeline({ answer: { waves, open, plan }, freezes, zone, pilotPercent, moments, namesOf }: Props) {
  const t = useRolloutMessages()
  const language = useLanguage()
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
  const holes = within(merged(freezes.map((freeze) => frozen(freeze, zone))))
  const marks = dayMarks(start, end, zone)
  const track = (
    <>
      {windows.map((window) => (
        <i key={window.from} className="window" style={place(window)} />
      ))}
      {holes.map((hole) => (
        <i key={hole.from} className="freeze" style={place(hole)} />
      ))}
    </>
  )
  return (
    <Panel id="timeline" title={t.waves}>
      <div className="wave-timeline">
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
                <td className="time">
                  <div className="track">
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
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
        <div className="axis" aria-hidden>
          {marks.map((at) => (
            <span key={at} style={{ left: `${((at - start) / (end - start)) * 100}%` }}>
              {moments.day(at)}
            </span>
          ))}
        </div>
        <p className="legend muted">
          <i className="window" /> {t.legend.window}
          {holes.length > 0 && (
            <>
              <i className="freeze" /> {t.legend.freeze}
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
