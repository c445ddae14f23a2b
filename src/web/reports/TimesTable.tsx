import type { Handling, HandlingQuery, Measured } from '../../contract/reports.ts'
import { handlingSteps } from '../../contract/report-words.ts'
import { monthName } from '../../words/releases.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useWords } from '../i18n/words.ts'
import { DataTable } from '../ui/layout/DataTable.tsx'
import { Panel } from '../ui/layout/Panel.tsx'
import { FigureLink } from './FigureLink.tsx'
import { useReportMessages } from './messages.ts'
import { StepCell } from './StepCell.tsx'
import { TimingCell } from './TimingCell.tsx'

type Group = { name: string; figure: HandlingQuery; measured: Measured }

/** How long each step took, for all alerts and by severity. */
export function SeverityTimes({ handling }: { handling: Pick<Handling, 'all' | 'severities'> }) {
  const t = useReportMessages()
  const words = useWords()
  const groups = [
    { name: t.all, figure: {}, measured: handling.all },
    ...handling.severities.map(({ severity, ...measured }) => ({
      name: words.severity[severity],
      figure: { severity: `${severity}` as const },
      measured,
    })),
  ]
  return (
    <Panel id="times" title={t.bySeverity} note={t.timesNote}>
      <TimesTable label={t.bySeverity} groups={groups} />
    </Panel>
  )
}

/** Months that are shown at once. */
const shownMonths = 12

/** The same by the month in which alerts became known. */
export function MonthTimes({ months }: Pick<Handling, 'months'>) {
  const t = useReportMessages()
  const language = useLanguage()
  const groups = months.map(({ month, ...measured }) => ({
    name: monthName(month, language),
    figure: { month },
    measured,
  }))
  if (groups.length === 0) return null
  const [newest, earlier] = [groups.slice(0, shownMonths), groups.slice(shownMonths)]
  return (
    <Panel id="months" title={t.byMonth} note={t.timesNote}>
      <TimesTable label={t.byMonth} groups={newest} />
      {earlier.length > 0 && (
        <details>
          <summary>{t.olderMonths(earlier.length)}</summary>
          <TimesTable label={t.olderMonths(earlier.length)} groups={earlier} />
        </details>
      )}
    </Panel>
  )
}

function TimesTable({ label, groups }: { label: string; groups: readonly Group[] }) {
  const t = useReportMessages()
  return (
    <DataTable label={label} head={['', t.alerts, ...handlingSteps.map((step) => t.steps[step]), t.inTime]} isStacked>
      <tbody>
        {groups.map(({ name, figure, measured }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td data-head={t.alerts}>
              {Object.keys(figure).length === 0 ? (
                t.count(measured.alerts)
              ) : (
                <FigureLink figure={figure} label={`${name}: ${t.count(measured.alerts)}`}>
                  {t.count(measured.alerts)}
                </FigureLink>
              )}
            </td>
            {handlingSteps.map((step) => (
              <td key={step} data-head={t.steps[step]}>
                <StepCell group={name} figure={figure} step={step} spread={measured.steps[step]} />
              </td>
            ))}
            <td data-head={t.inTime}>
              <TimingCell group={name} figure={figure} measured={measured} />
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}
