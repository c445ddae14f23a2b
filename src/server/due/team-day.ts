import { dayIn } from '../../domain/due/days.ts'
import type { Store } from '../store/store.ts'

/** The calendar day, ISO 8601, that it is where the team is: in the time zone of its policy, by its IANA name. */
export async function teamDay({ due }: Pick<Store, 'due'>, now: () => Date): Promise<{ zone: string; today: string }> {
  const { zone } = await due.policy()
  return { zone, today: dayIn(zone)(now()) }
}
