import { daysFrom } from '../../domain/due/days.ts'
import type { Arrivals, OutboxStore } from '../store/outbox.ts'

/** How well notices arrive is told of this many days. */
const arrivalDays = 30

/** How well notices have arrived over the last 30 days. */
export const recentArrivals = ({ arrivals }: Pick<OutboxStore, 'arrivals'>, now: Date): Promise<Arrivals> =>
  arrivals(daysFrom(now, -arrivalDays))
