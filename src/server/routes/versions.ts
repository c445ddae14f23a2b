/** Versions on the wire: an ETag tells one, If-Match names the one that is replaced. */
import type { Problem } from '../../contract/problem.ts'

export const etagOf = ({ version }: { version: number }) => `"${version}"`

/** The version that If-Match names; null where it names none. */
export function versionIn(header: string | undefined): number | null {
  const number = /^"(\d{1,10})"$/.exec(header?.trim() ?? '')?.[1]
  return number === undefined ? null : Number(number)
}

export const needsVersion = {
  code: 'invalid',
  message: 'If-Match: expected the ETag of the state that is replaced',
} satisfies Problem
