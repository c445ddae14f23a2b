import { holdsOnAny } from '../../domain/holds/holds.ts'
import { HoldNotes } from '../holds/HoldBanner.tsx'
import { useHoldMessages } from '../holds/messages.ts'
import { useHolds, useHoldsDay } from '../holds/queries.ts'
import { usePlan } from './plan/plan.tsx'

/** That the plan is for machines on which something of it must not be deployed now. */
export function PlanHolds() {
  const t = useHoldMessages()
  const today = useHoldsDay()
  const { bulletins, fleet } = usePlan().inputs
  const held = holdsOnAny(useHolds(), { bulletins, machines: fleet }, today)
  return <HoldNotes holds={held.map(({ hold }) => hold)} title={t.planNote} />
}
