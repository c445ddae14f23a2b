import { lazy, Suspense, useState } from 'react'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { createLazyRoute, Link, type ErrorComponentProps } from '@tanstack/react-router'
import { GivenPlatforms } from '../catalogue/platforms.ts'
import { RouteError } from '../frame/failures.tsx'
import { codeOf } from '../lib/api.ts'
import { useMay } from '../lib/me.ts'
import type { PlanDialog } from './actions/dialogs.ts'
import { CalendarSheet } from './aside/CalendarSheet.tsx'
import { DueSheet } from './aside/DueSheet.tsx'
import { RulesSheet } from './aside/RulesSheet.tsx'
import { WaitingSheet } from './aside/WaitingSheet.tsx'
import { BurnUpFigure } from './curve/BurnUpFigure.tsx'
import { ProblemNotice } from '../ui/layout/ProblemNotice.tsx'
import { usePlansMessages } from './messages.ts'
import { PlanHeader } from './PlanHeader.tsx'
import { platformsQuery } from '../lib/platforms.ts'
import { planQuery } from './queries.ts'
import { WaveBoard } from './waves/WaveBoard.tsx'
import styles from './PlanPage.module.css'

// The dialogs are loaded when the first one is opened.
const PlanDialogs = lazy(() => import('./actions/PlanDialogs.tsx').then((module) => ({ default: module.PlanDialogs })))

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

/** A kept plan: when it finishes, how far it is, what waits for what, and what can be done about it. */
function Plan({ id }: { id: string }) {
  const t = usePlansMessages()
  const { data: view, isRefetchError } = useSuspenseQuery(planQuery(id))
  const mayEdit = useMay('analyst')
  const [dialog, setDialog] = useState<PlanDialog | null>(null)
  const { state } = view.plan
  const isUnderWay = state === 'running' || state === 'stopped'
  return (
    <main id="content" className={styles['plan-page']}>
      <title>{t.title(view.plan.name)}</title>
      <PlanHeader view={view} onOpen={setDialog} />
      {isRefetchError && (
        <p role="status" className="muted">
          {t.failing}
        </p>
      )}
      <div className={styles['columns']}>
        <div>
          <BurnUpFigure view={view} />
          <WaveBoard
            view={view}
            onOpenGate={
              mayEdit && state === 'running'
                ? (wave) =>
                    setDialog({ kind: 'gate', wave: wave.key, isOpen: wave.gateState.state !== 'opened-by-hand' })
                : null
            }
            onCount={mayEdit && isUnderWay ? () => setDialog({ kind: 'count' }) : null}
          />
        </div>
        <div>
          <DueSheet view={view} />
          {view.plan.startedAt !== null && <WaitingSheet view={view} />}
          <RulesSheet view={view} />
          <CalendarSheet view={view} />
        </div>
      </div>
      {dialog !== null && (
        <Suspense>
          <PlanDialogs view={view} dialog={dialog} onClose={() => setDialog(null)} />
        </Suspense>
      )}
    </main>
  )
}

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
