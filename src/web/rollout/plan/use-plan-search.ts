import { useCallback, useMemo, useState } from 'react'
import { getRouteApi } from '@tanstack/react-router'
import {
  begun,
  defaults,
  readSome,
  writeInputs,
  writeSome,
  type RolloutInputs,
} from '../../../domain/rollout/inputs.ts'
import { inVersions } from '../../../domain/rollout/on-file.ts'
import { useFirstRows } from '../../catalogue/catalogue.ts'
import { useToday, useZone } from '../../lib/clock.tsx'
import type { RolloutSearch } from '../route.ts'

/** The plan of the address, and what the plan beside it has in place of its inputs; null without one. */
export type PlanSearch = { inputs: RolloutInputs; versus: Partial<RolloutInputs> | null }

/** Writes a change of the newest address into it. */
export type UpdatePlan = (change: (now: PlanSearch) => Partial<PlanSearch>, resetScroll?: boolean) => void

const route = getRouteApi('/rollout')

/** A link with a zone or day that cannot be read is still a plan: what it leaves out keeps its meaning. */
const isNew = ({ startsOn, zone }: Partial<RolloutInputs>) => startsOn === undefined && zone === undefined

/** The inputs in the texts of the address. `given`: those that they name themselves. */
export function usePlanSearch({ plan = '', versus }: RolloutSearch) {
  const { platforms } = useFirstRows()
  const navigate = route.useNavigate()
  const [today, zone] = [useToday(), useZone()]
  // What an address leaves out. A plan does not move while it is read, not even at midnight.
  const [usual] = useState(() => defaults(today, zone))
  const whole = useCallback(
    (given: Partial<RolloutInputs>): RolloutInputs => ({ ...usual, ...(isNew(given) && begun), ...given }),
    [usual],
  )
  const read = useCallback((text: string) => inVersions(readSome(text), platforms), [platforms])
  const given = useMemo(() => read(plan), [read, plan])
  const inputs = useMemo(() => whole(given), [whole, given])
  const other = useMemo(() => (versus === undefined ? null : read(versus)), [read, versus])
  const update: UpdatePlan = (change, resetScroll = false) =>
    void navigate({
      // The last change may not be rendered yet: the router knows the newest address.
      search: (search) => {
        const now = whole(read(search.plan ?? ''))
        const next = change({ inputs: now, versus: search.versus === undefined ? null : read(search.versus) })
        return {
          ...search,
          plan: writeInputs(next.inputs ?? now),
          ...(next.versus !== undefined && { versus: next.versus === null ? undefined : writeSome(next.versus) }),
        }
      },
      replace: true,
      resetScroll,
    })
  return { inputs, given, versus: other, update }
}
