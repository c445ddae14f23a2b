import type { HandlingQuery, Spread } from '../../contract/reports.ts'
import type { HandlingStep } from '../../contract/report-words.ts'
import { dot } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { FigureLink } from './FigureLink.tsx'
import { formatHours } from './hours.ts'
import { useReportMessages } from './messages.ts'
import styles from './StepCell.module.css'

type Props = { group: string; figure: HandlingQuery; step: HandlingStep; spread: Spread }

/** The median and 90 % of a step, of how many alerts, and how many wait for it. */
export function StepCell({ group, figure, step, spread: { count, median, p90, waiting } }: Props) {
  const t = useReportMessages()
  const language = useLanguage()
  return (
    <div className={styles['step-cell']}>
      {median === null ? (
        <span className="muted">{count === 0 ? '–' : t.tooFew}</span>
      ) : (
        <>
          <b aria-label={t.median(formatHours(median, language))}>{formatHours(median, language)}</b>
          {p90 !== null && <span> {t.p90(formatHours(p90, language))}</span>}
        </>
      )}
      <small>
        {count > 0 && (
          <FigureLink figure={{ ...figure, reached: step }} label={`${t.countOf(group, t.steps[step])}: ${count}`}>
            {t.count(count)}
          </FigureLink>
        )}
        {count > 0 && waiting > 0 && dot(language)}
        {waiting > 0 && (
          <FigureLink figure={{ ...figure, waiting: step }} label={`${t.waitingOf(group, t.steps[step])}: ${waiting}`}>
            {t.waiting(waiting)}
          </FigureLink>
        )}
      </small>
    </div>
  )
}
