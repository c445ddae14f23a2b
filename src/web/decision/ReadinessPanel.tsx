import { Link } from '@tanstack/react-router'
import type { Bulletin } from '../../contract/bulletin.ts'
import { readQuery } from '../../domain/filter/query.ts'
import { useMay } from '../lib/me.ts'
import { Panel } from '../ui/layout/Panel.tsx'
import { Pill } from '../ui/marks/Pill.tsx'
import { FieldReports } from '../talk/FieldReports.tsx'
import { Aspects } from './Aspects.tsx'
import { looks } from './assessment-looks.ts'
import { CoverageForm } from './CoverageForm.tsx'
import { DecisionForm } from './DecisionForm.tsx'
import { LastDecision } from './LastDecision.tsx'
import { MachinesWithoutFix } from './MachinesWithoutFix.tsx'
import { useDecisionMessages } from './messages.ts'
import { useReadiness } from './use-readiness.ts'
import styles from './ReadinessPanel.module.css'

/** What speaks for deploying the fix and what against it, and who decided what. */
export function ReadinessPanel({ bulletin }: { bulletin: Bulletin }) {
  const t = useDecisionMessages()
  const may = useMay('analyst')
  const { readiness, events, machines } = useReadiness(bulletin)
  const { id } = bulletin
  return (
    <Panel id="readiness" title={t.readiness}>
      <div className={styles['readiness-panel']}>
        <Pill {...looks[readiness.overall]}>{t.assessment[readiness.overall]}</Pill>
        <Aspects aspects={readiness.aspects} />
        <MachinesWithoutFix machines={machines} />
        {may && (
          <Link to="/tests" search={(search) => ({ ...readQuery(search), record: id })} className="link on-screen">
            {t.record}
          </Link>
        )}
        {may && <CoverageForm bulletin={id} />}
        <FieldReports bulletin={id} platforms={bulletin.platforms.map(({ platform }) => platform)} />
        {events !== null && <LastDecision events={events} />}
        {events !== null && may && (
          <DecisionForm key={id} bulletin={id} readiness={readiness} seen={events.at(-1)?.id ?? 0} />
        )}
      </div>
    </Panel>
  )
}
