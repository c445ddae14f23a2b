import { useQuery } from '@tanstack/react-query'
import type { Columns } from '../../domain/filter/columns.ts'
import { withOverlay } from '../catalogue/overlay.ts'
import { wholeKey } from '../lib/query-keys.ts'

/** The index with what must not be deployed, as soon as that is known. */
export function useWithHolds(columns: Columns): Columns {
  const { data: heldIn } = useQuery({
    queryKey: [...wholeKey('holds'), 'held'],
    queryFn: async ({ client }) => (await import('./held.ts')).readHeld(client),
    structuralSharing: false,
  })
  return heldIn === undefined ? columns : withOverlay(columns, { held: heldIn(columns) })
}
