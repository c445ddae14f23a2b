import { clsx } from 'clsx'
import { Link } from '@tanstack/react-router'
import type { Bulletin } from '../../contract/bulletin.ts'
import { readQuery } from '../../domain/filter/query.ts'
import { planOf } from '../../domain/rollout/plan-link.ts'
import { useExposure } from '../catalogue/use-exposure.ts'
import { useCommon } from '../i18n/common.ts'
import { formatMoment, formatNumber } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useZone } from '../lib/clock.tsx'
import { useTriageMessages } from '../triage/messages.ts'
import { useTriageState } from '../triage/queries.ts'
import { useTriage } from '../triage/Triage.tsx'
import { TriageButton } from '../triage/TriageButton.tsx'
import { useShortcuts } from '../ui/keyboard/use-shortcuts.ts'
import { Panel } from '../ui/layout/Panel.tsx'
import styles from './TriagePanel.module.css'

/** How far the team is with the bulletin, who said so, and the way to a rollout plan. */
export function TriagePanel({ bulletin: { id, platforms } }: { bulletin: Bulletin }) {
  const t = useTriageMessages()
  const common = useCommon()
  const language = useLanguage()
  const zone = useZone()
  const exposure = useExposure(platforms)
  const openTriage = useTriage()
  const ask = (field: 'status' | 'assignee') => () => {
    openTriage?.({ ids: [id], field })
    return openTriage !== null
  }
  useShortcuts('triage', {
    status: ask('status'),
    assignee: ask('assignee'),
    notApplicable() {
      openTriage?.({ ids: [id], field: 'status', preset: exposure?.atMost === 0 ? 'no-machines' : 'not-applicable' })
      return openTriage !== null
    },
  })

  const state = useTriageState(id)
  const { assignee, note, reason, by, at } = state
  return (
    <Panel id="triage" title={t.title}>
      <div className={styles['triage-panel']}>
        <TriageButton id={id} state={state} hidesAssignee />
        <p className="muted">
          {t.assignee} <b>{assignee ?? t.nobody}</b>
        </p>
        {exposure !== null && (
          <p>
            {common.exposure(formatNumber(exposure.affected), formatNumber(exposure.atMost), formatNumber(exposure.of))}
          </p>
        )}
        {reason !== null && <p>{reason}</p>}
        {note !== '' && <p className={styles['note']}>{note}</p>}
        {by !== null && at !== null && <p className="muted">{t.setBy(by, formatMoment(at, language, zone))}</p>}
        <Link
          to="/rollout"
          search={(search) => ({ ...readQuery(search), plan: planOf([id]) })}
          className={clsx('button', 'primary', styles['plan'])}
        >
          {common.planRollout}
        </Link>
      </div>
    </Panel>
  )
}
