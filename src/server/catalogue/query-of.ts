import * as z from 'zod'
import { BulletinQuery } from '../../contract/summary.ts'

const StrictQuery = z.strictObject(BulletinQuery.shape)

/**
 * The filter of an address that is kept, such as `?urgency=immediate`; null where it is none, asks twice for one thing or
 * has more than a filter, as one of another version of the server may have.
 */
export function queryOf(search: string): BulletinQuery | null {
  const asked = [...new URLSearchParams(search)]
  const query = Object.fromEntries(asked)
  return Object.keys(query).length < asked.length ? null : (StrictQuery.safeParse(query).data ?? null)
}
