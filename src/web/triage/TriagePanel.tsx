import type { ReactNode } from 'react'
import type { Triaged } from '../../contract/triaged.ts'
import type { Exposure } from '../../domain/fleet/exposure.ts'
import { formatMoment, formatNumber } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useCommon } from '../i18n/common.ts'
import { useTriageMessages } from './messages.ts'
import { Panel } from '../ui/layout/Panel.tsx'
import { TriageButton } from './TriageButton.tsx'
import './TriagePanel.css'

type Props = {
  state: Triaged
  today: string
  onOpen: (() => void) | null
  /** How many machines it affects; null where nobody has said which there are. */
  exposure: Exposure | null
  /** What can be done next. */
  children: ReactNode
}

/** How far the team is with a bulletin, who said so, and what comes next. */
export function TriagePanel({ state, today, onOpen, exposure, children }: Props) {
  const t = useTriageMessages()
  const common = useCommon()
  const language = useLanguage()
  const { assignee, note, reason, by, at } = state
  return (
    <Panel id="triage" title={t.title}>
      <div className="triage-panel">
        <TriageButton state={{ ...state, assignee: null }} today={today} onOpen={onOpen} />
        <p className="muted">
          {t.assignee} <b>{assignee ?? t.nobody}</b>
        </p>
        {exposure !== null && (
          <p>
            {common.exposure(formatNumber(exposure.affected), formatNumber(exposure.atMost), formatNumber(exposure.of))}
          </p>
        )}
        {reason !== null && <p>{reason}</p>}
        {note !== '' && <p className="note">{note}</p>}
        {by !== null && at !== null && <p className="muted">{t.setBy(by, formatMoment(at, language))}</p>}
        {children}
      </div>
    </Panel>
  )
}
