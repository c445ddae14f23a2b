import * as limits from '../../../contract/limits.ts'
import type { PlatformId } from '../../../contract/platform.ts'
import { familyOf } from '../../../domain/platforms/platforms.ts'
import type { RolloutInputs } from '../../../domain/rollout/inputs.ts'
import { regrouped, waveOf } from '../../../domain/rollout/waves.ts'
import { useRolloutMessages } from '../messages.ts'
import { Panel } from '../../ui/layout/Panel.tsx'
import { NumberField } from './NumberField.tsx'
import './WavesPanel.css'

type Props = {
  inputs: RolloutInputs
  /** The platforms that have machines to patch. */
  platforms: readonly PlatformId[]
  nameOf: (platform: PlatformId) => string
  onChange: (change: Partial<RolloutInputs>) => void
}

/** Who comes when: the share that goes first, the order of the platforms, and how long each wave soaks. */
export function WavesPanel({ inputs, platforms, nameOf, onChange }: Props) {
  const t = useRolloutMessages()
  return (
    <Panel id="waves" title={t.waves}>
      <NumberField
        label={t.pilot}
        value={inputs.pilotPercent}
        limits={limits.percent}
        unit={t.unit.percent}
        onChange={(pilotPercent) => onChange({ pilotPercent })}
      />
      <NumberField
        label={t.soak}
        value={inputs.soakHours}
        limits={limits.soakHours}
        unit={t.unit.hours}
        onChange={(soakHours) => onChange({ soakHours })}
      />
      <WaveOrder
        groups={inputs.groups}
        platforms={platforms}
        nameOf={nameOf}
        onChange={(groups) => onChange({ groups })}
      />
    </Panel>
  )
}

type OrderProps = {
  groups: readonly (readonly PlatformId[])[]
  platforms: readonly PlatformId[]
  nameOf: (platform: PlatformId) => string
  onChange: (groups: PlatformId[][]) => void
}

/** Which wave each platform is in. */
export function WaveOrder({ groups, platforms, nameOf, onChange }: OrderProps) {
  const t = useRolloutMessages()
  if (platforms.length < 2) return null
  const last = Math.max(...platforms.map((platform) => waveOf(groups, platform)))
  const numbers = Array.from({ length: Math.max(last, Math.min(last + 1, platforms.length)) }, (_, at) => at + 1)
  return (
    <div className="wave-order">
      {platforms.map((platform) => (
        <label key={platform}>
          <span>{nameOf(platform)}</span>
          <select
            aria-label={t.waveOf(nameOf(platform))}
            value={waveOf(groups, platform)}
            onChange={({ target }) => onChange(regrouped(groups, platforms, platform, Number(target.value)))}
          >
            {numbers.map((number) => (
              <option key={number} value={number}>
                {t.wave(number)}
              </option>
            ))}
          </select>
        </label>
      ))}
      <p>
        <button
          type="button"
          className="link"
          onClick={() => onChange([...Map.groupBy(platforms, familyOf).values()].map((family) => [...family]))}
        >
          {t.byFamily}
        </button>
        {groups.length > 0 && (
          <button type="button" className="link" onClick={() => onChange([])}>
            {t.together}
          </button>
        )}
      </p>
    </div>
  )
}
