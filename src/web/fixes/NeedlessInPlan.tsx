import type { Needless } from '../../domain/fixes/planned.ts'
import { usePlatformNames } from '../catalogue/use-platform-names.ts'
import { useFixMessages } from './messages.ts'

/** Says which planned fixes are not installed where, since another one of the plan is enough there. */
export function NeedlessInPlan({ needless }: { needless: readonly Needless[] }) {
  const t = useFixMessages()
  const names = usePlatformNames()
  return needless.map(({ id, other, is, platforms: where }) => (
    <p key={`${id} ${other}`} className="muted" role="status">
      {is === 'contained' ? t.planned(id, other, names(where)) : t.plannedTwice(id, other, names(where))}
    </p>
  ))
}
