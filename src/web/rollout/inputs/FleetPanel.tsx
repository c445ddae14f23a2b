import * as limits from '../../../contract/limits.ts'
import type { ReactNode } from 'react'
import type { PlatformId } from '../../../contract/platform.ts'
import { countOf, type Machines } from '../../../domain/rollout/waves.ts'
import { formatNumber } from '../../i18n/format.ts'
import { useRolloutMessages } from '../messages.ts'
import { Panel } from '../../ui/layout/Panel.tsx'
import { NumberField } from './NumberField.tsx'
import './FleetPanel.css'

type Props = {
  /** The platforms that the chosen bulletins touch, in reading order. */
  touched: readonly PlatformId[]
  /** All others that there are. */
  unaffected: readonly PlatformId[]
  fleet: readonly Machines[]
  nameOf: (platform: PlatformId) => string
  onChange: (fleet: Machines[]) => void
  /** A quicker way to enter them. */
  children: ReactNode
}

/** How many machines there are of each platform that the bulletins touch; the others are named as not affected. */
export function FleetPanel({ touched, unaffected, fleet, nameOf, onChange, children }: Props) {
  const t = useRolloutMessages()
  const counts = new Map(fleet.map(({ platform, count }) => [platform, count]))
  const idle = fleet.filter(({ platform, count }) => count > 0 && !touched.includes(platform))
  const others = unaffected.filter((platform) => !idle.some((each) => each.platform === platform))
  const enter = (platform: PlatformId, count: number) => {
    const rest = fleet.filter((each) => each.platform !== platform)
    onChange(count === 0 ? rest : [...rest, { platform, count }])
  }
  return (
    <Panel id="machines" title={t.machines}>
      {children}
      {touched.length === 0 && <p className="muted">{t.machinesHint}</p>}
      {touched.map((platform) => (
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
      {touched.length > 0 && (
        <p className="fleet-total">
          <b>{t.total}</b>
          <b>{t.count(formatNumber(countOf(fleet.filter(({ platform }) => touched.includes(platform)))))}</b>
        </p>
      )}
      {idle.map(({ platform, count }) => (
        <p key={platform} className="fleet-idle">
          <span>{nameOf(platform)}</span>
          <span>
            {t.count(formatNumber(count))} {t.notAffected}
          </span>
          <button type="button" aria-label={t.remove(nameOf(platform))} onClick={() => enter(platform, 0)}>
            ×
          </button>
        </p>
      ))}
      {touched.length > 0 && others.length > 0 && (
        <details className="fleet-others">
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
