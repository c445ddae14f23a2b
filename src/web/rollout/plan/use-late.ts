import { dayIn } from '../../../domain/due/days.ts'
import { useFirstRows } from '../../catalogue/catalogue.ts'
import { usePlan } from './plan.tsx'

/** The alerts of the plan that are deployed everywhere only after their due days, the earliest first; none where it does not finish. */
export function useLate(): { id: string; on: string }[] {
  const { answer, inputs } = usePlan()
  const { due } = useFirstRows().columns.overlay
  const { finish, segments } = answer.plan
  if (finish === null) return []
  const dayOf = dayIn(inputs.zone)
  return answer.inUse
    .flatMap(({ id, platforms }) => {
      const on = due.get(id)?.on ?? null
      const last = segments.findLast(({ machines }) => machines.some(({ platform }) => platforms.has(platform)))
      return on !== null && last !== undefined && dayOf(new Date(last.to)) > on ? [{ id, on }] : []
    })
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}
