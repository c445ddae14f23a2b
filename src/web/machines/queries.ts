import { infiniteQueryOptions, type QueryClient } from '@tanstack/react-query'
import { machineList } from '../../contract/endpoints/machines.ts'
import { machineQuery } from '../../contract/machines.ts'
import { answerOf, call } from '../lib/call.ts'
import { refresh } from '../lib/live/refresh.ts'
import { wholeKey } from '../lib/query-keys.ts'
import type { MachinesSearch } from './route.ts'

const rowsAtOnce = 200

/** Days without a report that only machines have which never reported. */
export const neverSeen = '9999'

/** What of an address the list understands; the rest is left out. */
const queryOf = ({ machine: _machine, ...search }: MachinesSearch) => machineQuery.safeParse(search).data ?? {}

/** Whether an address asks for some of the machines only. */
export const isNarrowed = (search: MachinesSearch): boolean => Object.keys(queryOf(search)).length > 0

export const machineQueries = {
  counts: () => answerOf([...wholeKey('machines'), 'counts'], machineList.viewMachineCounts, {}),
  list: (search: MachinesSearch) =>
    infiniteQueryOptions({
      queryKey: [...wholeKey('machines'), 'list', queryOf(search)],
      queryFn: ({ signal, pageParam }) => {
        const query = { ...queryOf(search), limit: rowsAtOnce, ...(pageParam !== null && { after: pageParam }) }
        return call(machineList.listMachines, { query, signal })
      },
      initialPageParam: null as string | null,
      getNextPageParam: (page) => (page.length < rowsAtOnce ? undefined : String(page.at(-1)?.id ?? 0)),
    }),
  one: (id: string) => answerOf([...wholeKey('machines'), 'one', id], machineList.viewMachine, { params: { id } }),
}

export async function deleteMachine(client: QueryClient, id: string): Promise<void> {
  await call(machineList.deleteMachine, { params: { id } })
  await refresh(client, { machines: null })
}

export async function setRetention(client: QueryClient, days: number | null): Promise<void> {
  await call(machineList.setRetention, { body: { days } })
  await refresh(client, { machines: null })
}

/** Where the CSV of a list is. */
export function csvAddress(search: MachinesSearch): string {
  const query = new URLSearchParams(
    Object.entries(queryOf(search)).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  )
  return `${machineList.listMachineFixes.path}${query.size === 0 ? '' : `?${query.toString()}`}`
}
