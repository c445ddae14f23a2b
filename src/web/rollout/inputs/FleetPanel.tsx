import type { ReactNode } from 'react'
import { clsx } from 'clsx'
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
import { isWithin } from '../../../domain/platforms/platforms.ts'
import styles from './FleetPanel.module.css'

/**
 * How many machines there are of each platform that the bulletins affect, those with machines first; platforms on file that
 * are not affected are named as that.
 */
export function FleetPanel() {
  const { inputs, affected, onFile, change } = usePlan()
  const { fleet } = inputs
  const t = useRolloutMessages()
  const { nameOf } = useMachineNames()
  const counts = new Map(fleet.map(({ platform, count }) => [platform, count]))
  const idle = fleet.filter(({ platform, count }) => count > 0 && !affected.includes(platform))
  const others = [...onFile.keys()].filter(
    (platform) => !idle.some((each) => each.platform === platform) && !affected.some((id) => isWithin(id, platform)),
  )
  // Where nothing is on file, all are asked for.
  const isAsked = (platform: PlatformId) => onFile.size === 0 || onFile.has(platform) || counts.has(platform)
  const [asked, more] = [affected.filter(isAsked), affected.filter((platform) => !isAsked(platform))]
  const enter = (platform: PlatformId, count: number) => {
    const rest = fleet.filter((each) => each.platform !== platform)
    change({ fleet: count === 0 ? rest : [...rest, { platform, count }] })
  }
  const fieldOf = (platform: PlatformId) => (
    <NumberField
      key={platform}
      label={nameOf(platform)}
      value={counts.get(platform) ?? 0}
      limits={limits.plannedMachines}
      unit={t.unit.machines}
      isBlankZero
      onChange={(count) => enter(platform, count)}
    />
  )
  return (
    <Panel id="machines" title={t.machines}>
      {affected.length === 0 && <p className="muted">{t.machinesHint}</p>}
      {(asked.length > 0 ? asked : more).map(fieldOf)}
      {affected.length > 0 && (
        <p className={styles['total']}>
          <b>{t.total}</b>
          <b>{t.count(formatNumber(countOf(fleet.filter(({ platform }) => affected.includes(platform)))))}</b>
        </p>
      )}
      <MachinesOnFile />
      {asked.length > 0 && more.length > 0 && <Folded title={t.affectedMore(more.length)}>{more.map(fieldOf)}</Folded>}
      {idle.map(({ platform, count }) => (
        <p key={platform} className={clsx('muted', styles['idle'])}>
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
        <Folded title={t.notAffectedMore(others.length)}>
          <ul>
            {others.map((platform) => (
              <li key={platform}>{nameOf(platform)}</li>
            ))}
          </ul>
        </Folded>
      )}
    </Panel>
  )
}

function Folded({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className={clsx('muted', styles['others'])}>
      <summary>{title}</summary>
      {children}
    </details>
  )
}
