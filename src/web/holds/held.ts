/** What is held of an index: loaded once the list is there. */
import type { QueryClient } from '@tanstack/react-query'
import type { Columns } from '../../domain/filter/columns.ts'
import { fixesHeldIn } from '../../domain/holds/held.ts'
import { inForce } from '../../domain/holds/holds.ts'
import { holdsQuery } from './queries.ts'

/** Tells the ids of an index that are held on its day; the same set for as long as neither changes. */
export async function readHeld(client: QueryClient) {
  const { holds } = await client.query(holdsQuery())
  let last: { of: unknown; today: string; held: ReadonlySet<string> } | null = null
  return ({ table, made, overlay: { today } }: Columns): ReadonlySet<string> => {
    const of = table.columns.platforms
    if (last?.of === of && last.today === today) return last.held
    const held = fixesHeldIn(made().index, inForce(holds, today))
    last = { of, today, held }
    return held
  }
}
