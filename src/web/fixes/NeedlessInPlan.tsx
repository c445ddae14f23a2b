import { useQueries } from '@tanstack/react-query'
import type { PlatformId } from '../../contract/platform.ts'
import { needlessIn } from '../../domain/fixes/planned.ts'
import { usePlatformNames } from '../catalogue/use-platform-names.ts'
import { useFixMessages } from './messages.ts'
import { fixQueries } from './queries.ts'

type Props = { bulletins: readonly string[]; platforms: readonly PlatformId[] }

/** Warns of planned fixes that the same machines do not need beside each other: a hotpatch and its update, or an older one. */
export function NeedlessInPlan({ bulletins, platforms }: Props) {
  const t = useFixMessages()
  const names = usePlatformNames()
  // One fix alone is never one too many.
  const asked = bulletins.length > 1 ? platforms : []
  const fixes = useQueries({
    queries: asked.map((id) => fixQueries.ofPlatform(id)),
    combine: (results) => results.flatMap(({ data }) => data ?? []),
  })
  return needlessIn(bulletins, fixes).map(({ id, other, is, platforms: where }) => (
    <p key={`${id} ${other}`} className="hot" role="status">
      ! {is === 'contained' ? t.planned(id, other, names(where)) : t.plannedTwice(id, other, names(where))}
    </p>
  ))
}
