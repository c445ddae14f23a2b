import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Hold, HoldList } from '../../contract/holds.ts'
import { inForce } from '../../domain/holds/holds.ts'
import { answerAt } from '../lib/answers.ts'
import { useDayIn } from '../lib/clock.tsx'
import { wholeKey } from '../lib/query-keys.ts'

/** What must not be deployed. */
export const holdsQuery = () => queryOptions({ ...answerAt(wholeKey('holds'), '/api/holds'), structuralSharing: false })

const none: readonly Hold[] = []

/** Each answer as of the day for which it was last asked: the parts of a page share one. */
const counted = new WeakMap<HoldList, { today: string; holds: readonly Hold[] }>()

/** The calendar day where the team is, by which holds are in force; that on this device until it is known where. */
export const useHoldsDay = (): string => useDayIn(useQuery(holdsQuery()).data?.zone)

/** The holds in force today where the team is, those first that end first; none until they are loaded. */
export function useHolds(): readonly Hold[] {
  const { data } = useQuery(holdsQuery())
  const today = useHoldsDay()
  if (data === undefined) return none
  const last = counted.get(data)
  if (last?.today === today) return last.holds
  const holds = inForce(data.holds, today)
  counted.set(data, { today, holds })
  return holds
}
