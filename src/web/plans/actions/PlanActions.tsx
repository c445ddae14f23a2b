import { Link } from '@tanstack/react-router'
import { clsx } from 'clsx'
import type { PlanView } from '../../../contract/plan-view.ts'
import { isChangeable, nextStates } from '../../../domain/plans/states.ts'
import { useMay } from '../../lib/me.ts'
import type { OpenDialog } from './dialogs.ts'
import { usePlanActionMessages } from './messages.ts'
import styles from './PlanActions.module.css'

/** What can be done with a plan, for those who may. */
export function PlanActions({ view: { plan }, onOpen }: { view: PlanView; onOpen: OpenDialog }) {
  const t = usePlanActionMessages()
  const mayEdit = useMay('analyst')
  return (
    <div className={clsx('actions', styles['plan-actions'])}>
      {mayEdit &&
        nextStates(plan.state).map((state) => (
          <button
            key={state}
            type="button"
            className="button"
            data-first={state === nextStates(plan.state)[0] || undefined}
            onClick={() => onOpen({ kind: 'state', state })}
          >
            {t.become(plan.state, state)}
          </button>
        ))}
      {mayEdit && (
        <>
          {isChangeable(plan.state) && (
            <button type="button" className="button" onClick={() => onOpen({ kind: 'edit' })}>
              {t.edit}
            </button>
          )}
          <button type="button" className="button" onClick={() => onOpen({ kind: 'duplicate' })}>
            {t.duplicate}
          </button>
        </>
      )}
      <Link to="/rollout" search={{ plan: plan.inputs }} className="button">
        {t.tryEstimate}
      </Link>
      <button type="button" className="button" onClick={() => onOpen({ kind: 'history' })}>
        {t.history}
      </button>
    </div>
  )
}
