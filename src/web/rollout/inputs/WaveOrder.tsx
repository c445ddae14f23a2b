import { clsx } from 'clsx'
import type { PlatformId } from '../../../contract/platform.ts'
import { familyOf } from '../../../domain/platforms/platforms.ts'
import { regrouped, waveOf } from '../../../domain/rollout/waves.ts'
import { useRolloutMessages } from '../messages.ts'
import shared from '../../windows/plan-fields.module.css'
import styles from './WaveOrder.module.css'

type Props = {
  groups: readonly (readonly PlatformId[])[]
  platforms: readonly PlatformId[]
  nameOf: (platform: PlatformId) => string
  onChange: (groups: PlatformId[][]) => void
}

/** Which wave each platform is in. */
export function WaveOrder({ groups, platforms, nameOf, onChange }: Props) {
  const t = useRolloutMessages()
  if (platforms.length < 2) return null
  const last = Math.max(...platforms.map((platform) => waveOf(groups, platform)))
  const numbers = Array.from({ length: Math.max(last, Math.min(last + 1, platforms.length)) }, (_, at) => at + 1)
  return (
    <div className={styles['wave-order']}>
      {platforms.map((platform) => (
        <label key={platform}>
          <span>{nameOf(platform)}</span>
          <select
            className={shared['control']}
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
          className={clsx('link', shared['link'])}
          onClick={() => onChange([...Map.groupBy(platforms, familyOf).values()].map((family) => [...family]))}
        >
          {t.byFamily}
        </button>
        {groups.length > 0 && (
          <button type="button" className={clsx('link', shared['link'])} onClick={() => onChange([])}>
            {t.together}
          </button>
        )}
      </p>
    </div>
  )
}
