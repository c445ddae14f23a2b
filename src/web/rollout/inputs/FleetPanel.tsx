import * as limits from '../../../contract/limits.ts'
import type { PlatformId } from '../../../contract/platform.ts'
import { countOf } from '../../../domain/rollout/waves.ts'
import { formatNumber } from '../../i18n/format.ts'
import { useRolloutMessages } from '../messages.ts'
import { Panel } from '../../ui/layout/Panel.tsx'
import { NumberField } from '../../ui/forms/NumberField.tsx'
import { usePlan } from '../plan/plan.tsx'
import { useMachineNames } from '../plan/use-platform-names.ts'
import { MachinesOnFile } from './MachinesOnFile.tsx'
import { countedAs, parentOf } from '../../../domain/platforms/platforms.ts'
import { useCatalogue } from '../../catalogue/catalogue.ts'
import styles from './FleetPanel.module.css'

/** How many machines there are of each platform that the bulletins affect; the others are named as not affected. */
export function FleetPanel() {
  const { inputs, affected, change } = usePlan()
  const { fleet } = inputs
  const t = useRolloutMessages()
  const { nameOf } = useMachineNames()
  const unaffected = useUnaffected(affected)
  const counts = new Map(fleet.map(({ platform, count }) => [platform, count]))
  const idle = fleet.filter(({ platform, count }) => count > 0 && !affected.includes(platform))
  const others = unaffected.filter((platform) => !idle.some((each) => each.platform === platform))
  const enter = (platform: PlatformId, count: number) => {
    const rest = fleet.filter((each) => each.platform !== platform)
    change({ fleet: count === 0 ? rest : [...rest, { platform, count }] })
  }
  return (
    <Panel id="machines" title={t.machines}>
      <MachinesOnFile />
      {affected.length === 0 && <p className="muted">{t.machinesHint}</p>}
      {affected.map((platform) => (
        <NumberField
          key={platform}
          label={nameOf(platform)}
          value={counts.get(platform) ?? 0}
          limits={limits.plannedMachines}
          unit={t.unit.machines}
          isBlankZero
          onChange={(count) => enter(platform, count)}
        />
      ))}
      {affected.length > 0 && (
        <p className={styles['total']}>
          <b>{t.total}</b>
          <b>{t.count(formatNumber(countOf(fleet.filter(({ platform }) => affected.includes(platform)))))}</b>
        </p>
      )}
      {idle.map(({ platform, count }) => (
        <p key={platform} className={styles['idle']}>
          <span>{nameOf(platform)}</span>
          <span>
            {t.count(formatNumber(count))} {t.notAffected}
          </span>
          <button type="button" aria-label={t.remove(nameOf(platform))} onClick={() => enter(platform, 0)}>
            ×
          </button>
        </p>
      ))}
      {affected.length > 0 && others.length > 0 && (
        <details className={styles['others']}>
          <summary>{t.notAffectedMore(others.length)}</summary>
          <ul>
            {others.map((platform) => (
              <li key={platform}>{nameOf(platform)}</li>
            ))}
          </ul>
        </details>
      )}
    </Panel>
  )
}

/** The platforms of the catalogue that are not affected, by version where a family has any. */
function useUnaffected(affected: readonly PlatformId[]): PlatformId[] {
  const ids = useCatalogue().platforms.map(({ id }) => id)
  const hasVersions = new Set(ids.flatMap((id) => parentOf(id) ?? []))
  return ids
    .filter((id) => countedAs(id) === id && !affected.includes(id))
    .filter((id) => parentOf(id) !== null || !hasVersions.has(id))
}
