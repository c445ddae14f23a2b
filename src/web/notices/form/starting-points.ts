/** What a new subscription starts from. */
import type { NoticeTiming, SubscriptionSettings } from '../../../contract/notices.ts'
import { readyMade, type ReadyMade } from '../../../domain/notices/ready-made.ts'

/** The rest is the reader's own: whose it is, where it goes, in which language. */
export type StartingPoint = Pick<
  SubscriptionSettings,
  'name' | 'about' | 'search' | 'kinds' | 'isAssigned' | 'isWatched' | 'when'
>

const timings = (zone: string): Record<NoticeTiming['every'], NoticeTiming> => ({
  change: { every: 'change' },
  day: { every: 'day', at: '08:00', zone },
  week: { every: 'week', on: 1, at: '08:00', zone },
})

/** Those that are ready-made, under their names. `zone`: of the reader's device. */
export const startingPoints = (
  names: Record<ReadyMade['key'], string>,
  zone: string,
): (StartingPoint & { key: ReadyMade['key'] })[] =>
  readyMade.map(({ every, kinds, ...rest }) => ({
    ...rest,
    kinds: [...kinds],
    name: names[rest.key],
    when: timings(zone)[every],
  }))

/** A subscription to what a filter finds, named after it: of what makes an alert pressing. */
export const ofFilter = (name: string, search: string): StartingPoint => ({
  about: 'changes',
  name,
  search,
  kinds: [...(readyMade[0]?.kinds ?? [])],
  isAssigned: false,
  isWatched: false,
  when: { every: 'change' },
})
