import { useFleet } from '../../catalogue/fleet.ts'
import { machinesByVersion } from '../../../domain/fleet/exposure.ts'
import { isWithin } from '../../../domain/platforms/platforms.ts'
import { machinesOnFile } from '../../../domain/rollout/on-file.ts'
import { countOf, type Machines } from '../../../domain/rollout/waves.ts'
import { formatNumber } from '../../i18n/format.ts'
import { useRolloutMessages } from '../messages.ts'
import { usePlan } from '../plan/plan.tsx'
import { useMachineNames } from '../plan/use-platform-names.ts'

/** Whether two fleets have the same machines on the same platforms. */
const isSameFleet = (a: readonly Machines[], b: readonly Machines[]) =>
  a.length === b.length &&
  a.every(({ platform, count }) => b.some((other) => other.platform === platform && other.count === count))

/** The machines that are on file, for the plan; those of a family may be of any version, and are left to the reader. */
export function MachinesOnFile() {
  const { inputs, affected, change } = usePlan()
  const t = useRolloutMessages()
  const { nameOf } = useMachineNames()
  const fleet = useFleet()
  const own = machinesOnFile(affected, fleet)
  const withoutVersion = [...machinesByVersion(fleet)].filter(([family]) =>
    affected.some((platform) => platform !== family && isWithin(platform, family)),
  )
  return (
    <>
      {own.length > 0 && !isSameFleet(own, inputs.fleet) && (
        <button type="button" className="button" onClick={() => change({ fleet: own })}>
          {t.fromFleet(formatNumber(countOf(own)))}
        </button>
      )}
      {withoutVersion.map(([family, count]) => (
        <p key={family} className="muted">
          {t.withoutVersion(formatNumber(count), nameOf(family))}
        </p>
      ))}
    </>
  )
}
