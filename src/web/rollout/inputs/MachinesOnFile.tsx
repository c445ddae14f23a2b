import { isWithin, parentOf } from '../../../domain/platforms/platforms.ts'
import { leftOut, withAllOnFile } from '../../../domain/rollout/on-file.ts'
import { countOf } from '../../../domain/rollout/waves.ts'
import { formatNumber } from '../../i18n/format.ts'
import { useRolloutMessages } from '../messages.ts'
import { usePlan } from '../plan/plan.tsx'
import { useMachineNames } from '../plan/use-platform-names.ts'

/** The machines on file that the plan leaves out, and the way to add them; those of a family may be of any version, and are left to the reader. */
export function MachinesOnFile() {
  const { inputs, affected, onFile, own, change } = usePlan()
  const t = useRolloutMessages()
  const { nameOf, namesOf } = useMachineNames()
  const missing = leftOut(own, inputs.fleet)
  const withoutVersion = [...onFile].filter(
    ([family]) => parentOf(family) === null && affected.some((id) => id !== family && isWithin(id, family)),
  )
  return (
    <>
      {missing.length > 0 && (
        <div role="status">
          <p className="hot">! {t.leftOut(formatNumber(countOf(missing)), namesOf(missing))}</p>
          <button type="button" className="button" onClick={() => change({ fleet: withAllOnFile(inputs.fleet, own) })}>
            {t.addLeftOut(formatNumber(countOf(missing)))}
          </button>
        </div>
      )}
      {withoutVersion.map(([family, count]) => (
        <p key={family} className="muted">
          {t.withoutVersion(formatNumber(count), nameOf(family))}
        </p>
      ))}
    </>
  )
}
