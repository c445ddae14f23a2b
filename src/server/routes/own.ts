import type { Principal } from '../access/principal.ts'
import type { FilterOwner } from '../store/filters.ts'
import type { Store } from '../store/store.ts'

/** Whose own something is; null for who has no name here, such as a program. */
export async function ownerOf(
  principal: Principal | null,
  { access }: Pick<Store, 'access'>,
): Promise<FilterOwner | null> {
  if (principal?.by === 'single-user') return 'single-user'
  const person = principal?.by === 'session' ? await access.find(principal.name) : null
  return person === null ? null : { person: person.id }
}
