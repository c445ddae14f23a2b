/** Which of our roles a provider gives a person. */
import type { Role } from '../../contract/access.ts'
import { roles } from '../../contract/vocabulary.ts'
import { isEnough } from '../../domain/access/roles.ts'
import type { OpenIdSettings } from './openid.ts'

export const isName = (value: unknown): value is string => typeof value === 'string' && value !== ''

/** The greatest of the roles that the values of a claim mean; null for none. */
export function roleFrom(claim: unknown, roleOf: OpenIdSettings['roleOf']): Role | null {
  // Some providers give all of them in one text.
  const texts = isName(claim) ? [claim, ...claim.split(' ')] : [claim].flat()
  const given = texts.flatMap((value) => (isName(value) ? (roleOf.get(value) ?? []) : []))
  return given.reduce<Role | null>((best, role) => (best !== null && isEnough(best, role) ? best : role), null)
}

/** Our own names, for a provider that uses them too. */
export const ownRoles: OpenIdSettings['roleOf'] = new Map(roles.map((role) => [role, role]))
