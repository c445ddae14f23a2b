import { memo, useState } from 'react'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { createLazyRoute, Link, type ErrorComponentProps } from '@tanstack/react-router'
import type { PlanView } from '../../contract/plan-view.ts'
import { GivenPlatforms } from '../catalogue/platforms.ts'
import { RouteError } from '../frame/failures.tsx'
import { codeOf } from '../lib/api.ts'
import { useMay } from '../lib/me.ts'
import type { OpenDialog, PlanDialog } from './actions/dialogs.ts'
import { PlanDialogs } from './actions/PlanDialogs.tsx'
import { CalendarSheet } from './aside/CalendarSheet.tsx'
import { DueSheet } from './aside/DueSheet.tsx'
import { RulesSheet } from './aside/RulesSheet.tsx'
import { WaitingSheet } from './aside/WaitingSheet.tsx'
import { BurnUpFigure } from './curve/BurnUpFigure.tsx'
import { Next } from '../ui/layout/Behind.tsx'
import { ProblemNotice } from '../ui/layout/ProblemNotice.tsx'
import { usePlansMessages } from './messages.ts'
import { PlanHeader } from './PlanHeader.tsx'
import { platformsQuery } from '../lib/platforms.ts'
import { planQuery } from './queries.ts'
import { WaveBoard } from './waves/WaveBoard.tsx'
import styles from './PlanPage.module.css'

export { loadPlan } from './queries.ts'

export const planLazyRoute = createLazyRoute('/plans/$id')({ component: PlanPage, errorComponent: PlanError })

const none: never[] = []

function PlanPage() {
  const { id } = planLazyRoute.useParams()
  const { data: platforms } = useQuery(platformsQuery())
  return (
    <GivenPlatforms value={platforms ?? none}>
      <Plan key={id} id={id} />
    </GivenPlatforms>
  )
}

/** A kept plan, and the dialog that is open over it. */
function Plan({ id }: { id: string }) {
  const { data: view, isRefetchError } = useSuspenseQuery(planQuery(id))
  const [dialog, setDialog] = useState<PlanDialog | null>(null)
  return (
    <>
      <Body view={view} isFailing={isRefetchError} onOpen={setDialog} />
      {dialog !== null && <PlanDialogs view={view} dialog={dialog} onClose={() => setDialog(null)} />}
    </>
  )
}

type BodyProps = { view: PlanView; isFailing: boolean; onOpen: OpenDialog }

/** When the plan finishes, how far it is, what waits for what, and what can be done about it; it stays as it is under a dialog. */
const Body = memo(function PlanBody({ view, isFailing, onOpen }: BodyProps) {
  const t = usePlansMessages()
  const mayEdit = useMay('analyst')
  const { state } = view.plan
  const isUnderWay = state === 'running' || state === 'stopped'
  return (
    <main id="content" className={styles['plan-page']}>
      <title>{t.title(view.plan.name)}</title>
      <PlanHeader view={view} onOpen={onOpen} />
      {isFailing && (
        <p role="status" className="muted">
          {t.failing}
        </p>
      )}
      <div className={styles['columns']}>
        <div>
          <BurnUpFigure view={view} />
          <Next>
            <WaveBoard
              view={view}
              onOpenGate={
                mayEdit && state === 'running'
                  ? (wave) =>
                      onOpen({ kind: 'gate', wave: wave.key, isOpen: wave.gateState.state !== 'opened-by-hand' })
                  : null
              }
              onCount={mayEdit && isUnderWay ? () => onOpen({ kind: 'count' }) : null}
            />
          </Next>
        </div>
        <div>
          <Next>
            <DueSheet view={view} />
            {view.plan.startedAt !== null && <WaitingSheet view={view} />}
            <RulesSheet view={view} />
            <CalendarSheet view={view} />
          </Next>
        </div>
      </div>
    </main>
  )
})

/** In place of a plan that there is not; of any other failure as every page. */
function PlanError(props: ErrorComponentProps) {
  const t = usePlansMessages()
  if (codeOf(props.error) !== 'not_found') return <RouteError {...props} />
  return (
    <main id="content">
      <ProblemNotice of="page" title={t.missing}>
        <Link to="/rollout" className="button">
          {t.back}
        </Link>
      </ProblemNotice>
    </main>
  )
}
