import { Suspense } from 'react'
import { createLazyRoute } from '@tanstack/react-router'
import { clsx } from 'clsx'
import { useCommon } from '../i18n/common.ts'
import { AnswerPanel } from './answer/AnswerPanel.tsx'
import { EstimateFigure } from './answer/EstimateFigure.tsx'
import { PlanTable } from './answer/PlanTable.tsx'
import { RolloutHeader } from './answer/RolloutHeader.tsx'
import { WaveTimeline } from './answer/WaveTimeline.tsx'
import { WhatIf } from './answer/WhatIf.tsx'
import { Behind, Next } from '../ui/layout/Behind.tsx'
import { LoadingPage } from '../ui/layout/LoadingPage.tsx'
import { PlanList } from '../plans/PlanList.tsx'
import { BulletinPicker } from './inputs/BulletinPicker.tsx'
import { CalendarPanel } from './inputs/CalendarPanel.tsx'
import { FleetPanel } from './inputs/FleetPanel.tsx'
import { Proposal } from './inputs/Proposal.tsx'
import { WavesPanel } from './inputs/WavesPanel.tsx'
import { WorkPanel } from './inputs/WorkPanel.tsx'
import { PlanHolds } from './PlanHolds.tsx'
import { MeasuredPanel } from './measured/MeasuredPanel.tsx'
import { AtOnce, PlanProvider, usePlan } from './plan/plan.tsx'
import { useConditions } from './use-conditions.ts'
import { useRolloutMessages } from './messages.ts'
import styles from './RolloutPage.module.css'

export { loadRollouts } from './queries.ts'

export const rolloutLazyRoute = createLazyRoute('/rollout')({ component: RolloutPage })

function RolloutPage() {
  const common = useCommon()
  return (
    <Suspense fallback={<LoadingPage />}>
      <PlanProvider>
        <main id="content" className={styles['rollout-page']}>
          <title>{`${common.pages.rollout} – HotFix Report`}</title>

          <RolloutHeader className={styles['header']} />
          <div className={styles['answer']}>
            <PlanHolds />
            <AnswerPanel />
            <AtOnce>
              <Begin />
            </AtOnce>
            <KeptPlans />
          </div>
          <div className={clsx('on-screen', styles['inputs'])}>
            <AtOnce>
              <BulletinPicker />
              <Settings />
            </AtOnce>
          </div>
          <div className={styles['rest']}>
            <Behind>
              <Conditions />
              <EstimateFigure />
              <WaveTimeline />
              <PlanTable />
              <AtOnce>
                <WhatIf />
                <div className="on-screen">
                  <MeasuredPanel />
                </div>
              </AtOnce>
              <KeptPlans isAtEnd />
            </Behind>
          </div>
        </main>
      </PlanProvider>
    </Suspense>
  )
}

/** Before any alert is chosen: what there is to plan. */
function Begin() {
  return usePlan().inputs.bulletins.length === 0 && <Proposal />
}

/** On how many machines, how and when: asked for once there is something to deploy. */
function Settings() {
  return (
    usePlan().inputs.bulletins.length > 0 && (
      <>
        <FleetPanel />
        <WorkPanel />
        <Next>
          <CalendarPanel />
          <WavesPanel />
        </Next>
      </>
    )
  )
}

/** The plans that are followed: before a new one is begun, or at the end of one. */
function KeptPlans({ isAtEnd = false }: { isAtEnd?: boolean }) {
  const isBegun = usePlan().inputs.bulletins.length > 0
  return (
    isBegun === isAtEnd && (
      <div className="on-screen">
        <PlanList />
      </div>
    )
  )
}

/** What the plan was computed from, for the printed page, which has no inputs. */
function Conditions() {
  const t = useRolloutMessages()
  const conditions = useConditions(usePlan())
  return <p className={styles['conditions']}>{`${t.conditions}: ${conditions}`}</p>
}
