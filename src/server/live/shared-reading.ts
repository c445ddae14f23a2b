import type { Changes } from '../../contract/events.ts'
import type { EventStore } from '../store/events.ts'
import { changesAfter } from './changes.ts'

/**
 * Reads once what many ask for at the same time: a hundred pages that are open are all woken by one write, and are all at
 * the same place. `heard` says that something has happened: a reading that began before is of no use to who asks after it.
 */
export function sharedReading(events: EventStore) {
  let news = 0
  const underWay = new Map<string, Promise<Changes | null>>()
  return {
    heard: (): void => void news++,
    readAfter: (since: number): Promise<Changes | null> => {
      const place = `${news} ${since}`
      const known = underWay.get(place)
      if (known !== undefined) return known
      const reading = changesAfter(events, since).finally(() => underWay.delete(place))
      underWay.set(place, reading)
      return reading
    },
  }
}
