import { queryOptions, useQuery, type QueryClient } from '@tanstack/react-query'
import type { Due, DueList } from '../../contract/due.ts'
import { daysBetween } from '../../domain/due/days.ts'
import { answerAt } from '../lib/answers.ts'
import { useDayIn } from '../lib/clock.tsx'
import { wholeKey } from '../lib/query-keys.ts'

/** Until when policy wants each bulletin deployed. */
const dueQuery = () => queryOptions({ ...answerAt(wholeKey('due'), '/api/due'), structuralSharing: false })

/** Begins with some days, until all are read: of bulletins that are shown before that. */
export function beginWithDueDays(client: QueryClient, due: DueList): void {
  const { data, dataUpdatedAt = 0 } = client.getQueryState(dueQuery().queryKey) ?? {}
  if (dataUpdatedAt === 0)
    client.setQueryData(dueQuery().queryKey, { ...due, due: { ...data?.due, ...due.due } }, { updatedAt: 0 })
}

/** Has all days there; the same answer for as long as nothing says that they have changed. */
export const readDueDays = (client: QueryClient) =>
  client.query({ ...dueQuery(), staleTime: ({ state }) => (state.dataUpdatedAt === 0 ? 0 : 'static') })

type DueDays = ReadonlyMap<string, Due>

const none: DueDays = new Map()

/** Each answer as of the day for which it was last counted: the parts of a page share one. */
const counted = new WeakMap<DueList, { today: string; due: DueDays }>()

function asOf(list: DueList, today: string): DueDays {
  const last = counted.get(list)
  if (last?.today === today) return last.due
  const days = Object.entries(list.due).map(
    ([id, due]) => [id, due.on === null ? due : { ...due, left: daysBetween(today, due.on) }] as const,
  )
  const due = new Map(days)
  counted.set(list, { today, due })
  return due
}

/** The calendar day where the team is, ISO 8601; that on this device until it is known where. */
export const useTeamDay = (): string => useDayIn(useQuery(dueQuery()).data?.zone)

/** The due days by bulletin, counted from today where the team is; none until they are loaded. */
export function useDueDays(): DueDays {
  const { data } = useQuery(dueQuery())
  const today = useDayIn(data?.zone)
  return data === undefined ? none : asOf(data, today)
}
