import type { Arrivals, OutboxStore } from '../store/outbox.ts'

/** How well notices arrive is told of this many days. */
const arrivalDays = 30

const dayLength = 24 * 60 * 60_000

/** How well notices have arrived over the last 30 days. */
export const recentArrivals = ({ arrivals }: Pick<OutboxStore, 'arrivals'>, now: Date): Promise<Arrivals> =>
  arrivals(new Date(now.getTime() - arrivalDays * dayLength).toISOString())
