import type { BulletinRecord } from '../../../contract/record.ts'
import { handlingSteps } from '../../../contract/report-words.ts'
import { hoursTo } from '../../../domain/reports/measure.ts'
import { useActivityMessages } from '../../activity/messages.ts'
import { formatDay, formatMoment } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { DataTable } from '../../ui/layout/DataTable.tsx'
import { Panel } from '../../ui/layout/Panel.tsx'
import { formatHours } from '../hours.ts'
import { useReportMessages } from '../messages.ts'
import { useBulletinRecordMessages } from './messages.ts'
import { Extensions } from './Extensions.tsx'

/** How far an alert came, when and by whom, against its due day. */
export function RecordSummary({ record }: { record: BulletinRecord }) {
  const t = useBulletinRecordMessages()
  const { timings, states } = useReportMessages()
  const { sources } = useActivityMessages()
  const language = useLanguage()
  const { handling, steps, publishedOn, entries } = record
  const took = (step: 'known' | (typeof handlingSteps)[number]) => {
    if (step === 'known') return t.published(formatDay(publishedOn, language))
    const hours = hoursTo(step, handling)
    return hours === null ? '' : formatHours(hours, language)
  }
  return (
    <>
      <Panel id="steps" title={t.summary} note={states[handling.state]}>
        <DataTable label={t.summary} head={[t.step, t.when, t.who, t.after]} isStacked>
          <tbody>
            {(['known', ...handlingSteps] as const).map((name) => {
              const step = steps.find((each) => each.step === name)
              return (
                <tr key={name}>
                  <th scope="row">{t.steps[name]}</th>
                  <td data-head={t.when}>
                    {step === undefined ? (
                      <span className="muted">{t.notYet}</span>
                    ) : (
                      <time dateTime={step.at}>{formatMoment(step.at, language)}</time>
                    )}
                  </td>
                  <td data-head={t.who}>{step === undefined ? '–' : (sources[step.who] ?? step.who)}</td>
                  <td data-head={t.after}>{took(name)}</td>
                </tr>
              )
            })}
            <tr>
              <th scope="row">{t.due}</th>
              <td data-head={t.when}>
                {handling.due === null ? t.noDue : t.dueOn(formatDay(handling.due, language), timings[handling.timing])}
              </td>
              <td data-head={t.who}>–</td>
              <td data-head={t.after} />
            </tr>
          </tbody>
        </DataTable>
      </Panel>
      <Panel id="extensions" title={t.exceptions}>
        <Extensions entries={entries} />
      </Panel>
    </>
  )
}
