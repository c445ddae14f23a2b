import type { Role } from '../../contract/access.ts'
import { roles } from '../../contract/vocabulary.ts'

/** Whether a role is enough where another is asked for. */
export const isEnough = (role: Role, asked: Role): boolean => roles.indexOf(role) >= roles.indexOf(asked)

/** The one of two that may less; null for nothing at all. */
export const lesserRole = (one: Role, other: Role | null): Role | null =>
  other === null || isEnough(one, other) ? other : one
