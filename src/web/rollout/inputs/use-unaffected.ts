import type { PlatformId } from '../../../contract/platform.ts'
import { countedAs, parentOf } from '../../../domain/platforms/platforms.ts'
import { useCatalogue } from '../../catalogue/catalogue.ts'

/** The platforms of the catalogue that are not affected, by version where a family has any. */
export function useUnaffected(affected: readonly PlatformId[]): PlatformId[] {
  const ids = useCatalogue().platforms.map(({ id }) => id)
  const hasVersions = new Set(ids.flatMap((id) => parentOf(id) ?? []))
  return ids
    .filter((id) => countedAs(id) === id && !affected.includes(id))
    .filter((id) => parentOf(id) !== null || !hasVersions.has(id))
}
