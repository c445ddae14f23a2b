import { useEffect } from 'react'
import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import type { Me } from '../../contract/access.ts'
import { readDevice, useDevice, type DeviceItem } from '../lib/device.ts'
import { whenTakenOver } from '../lib/first-view.ts'
import { meQuery } from '../lib/me.ts'

/** What this browser has seen where nobody signs in. */
const seenItem: DeviceItem<number | null> = {
  key: 'hotfix-report.seen',
  isValid: (kept): kept is number => typeof kept === 'number',
  initial: null,
}

/** Whether the server keeps what the reader has seen. */
const isKept = (me: Me | undefined): me is Me => me !== undefined && me.name !== null && me.signIn !== 'single-user'

/** The last event that is kept as seen; null on a first visit. */
function keptSeen(client: QueryClient): number | null {
  const me = client.getQueryData(meQuery().queryKey)
  return isKept(me) ? me.seen : readDevice(seenItem)
}

/** The event after which things are new to the reader; null on a first visit, and where they have seen all that there was. */
export function seenBy(client: QueryClient): number | null {
  const kept = keptSeen(client)
  return kept === client.getQueryData(meQuery().queryKey)?.last ? null : kept
}

/**
 * The number of the last event that the reader has seen, null while that is not known, and how to set it: kept with the
 * person, else by this browser. On the first visit nothing counts as new.
 */
export function useSeen(): readonly [seen: number | null, see: (event: number) => void] {
  const client = useQueryClient()
  const { data: me } = useQuery(meQuery())
  const [onDevice, setOnDevice] = useDevice(seenItem)
  const isPerson = isKept(me)
  const kept = isPerson ? me.seen : onDevice
  const see = (event: number) => {
    if (!isPerson) return setOnDevice(event)
    client.setQueryData(meQuery().queryKey, { ...me, seen: event })
    // Where it cannot be kept now, it is asked for again at the next visit.
    void import('./save-seen.ts').then(({ saveSeen }) => saveSeen(event)).catch(() => {})
  }
  const isFirst = me !== undefined && me.role !== null && kept === null
  useEffect(() => {
    // A first view that changes is not taken over by the way. It may be of a server that was not told what is kept here,
    // and another part of the page may have been first.
    if (isFirst) void whenTakenOver().then(() => keptSeen(client) === null && see(me.last))
  })
  return [me === undefined ? null : kept, see]
}
