import type { HandlingQuery, Measured } from '../../contract/reports.ts'
import { dot } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { FigureLink } from './FigureLink.tsx'
import { wholeShare } from './share.ts'
import { useReportMessages } from './messages.ts'
import styles from './StepCell.module.css'

type Props = { group: string; figure: HandlingQuery; measured: Measured }

/** How many were in time of those whose due day is settled: deployed, or over. */
export function TimingCell({ group, figure, measured: { inTime, late, extended } }: Props) {
  const t = useReportMessages()
  const language = useLanguage()
  const settled = inTime + late
  if (settled === 0) return <span className="muted">–</span>
  return (
    <div className={styles['step-cell']}>
      <b>{wholeShare(inTime, settled)}</b>
      <small>
        {inTime === 0 ? (
          t.inTimeOf(inTime, settled)
        ) : (
          <FigureLink
            figure={{ ...figure, timing: 'in-time' }}
            label={`${group}, ${t.inTime}: ${t.inTimeOf(inTime, settled)}`}
          >
            {t.inTimeOf(inTime, settled)}
          </FigureLink>
        )}
        {extended > 0 && ` ${t.extended(extended)}`}
        {late > 0 && (
          <>
            {dot(language)}
            <FigureLink figure={{ ...figure, timing: 'late' }} label={`${group}, ${t.inTime}: ${t.late(late)}`}>
              {t.late(late)}
            </FigureLink>
          </>
        )}
      </small>
    </div>
  )
}
