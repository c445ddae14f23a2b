/** Versions on the wire: an ETag tells one, If-Match names the one that is replaced. */
import type { Context } from 'hono'
import { Refused } from '../http/problem.ts'

export const etagOf = ({ version }: { version: number }) => `"${version}"`

/**
 * The version that If-Match names.
 *
 * @throws Refused where it names none
 */
export function versionIn(c: Context): number {
  const number = /^"(\d{1,10})"$/.exec(c.req.header('if-match')?.trim() ?? '')?.[1]
  if (number !== undefined) return Number(number)
  throw new Refused(428, { code: 'invalid', message: 'If-Match: expected the ETag of the state that is replaced' })
}
