import { useQuery } from '@tanstack/react-query'
import type { Bulletin } from '../../../contract/bulletin.ts'
import { coverageOf } from '../../../domain/fleet/coverage.ts'
import { exposureOf, machinesOf } from '../../../domain/fleet/exposure.ts'
import { useFleet } from '../../catalogue/fleet.ts'
import { usePlatforms } from '../../catalogue/platforms.ts'
import { coverageQuery } from '../../decision/queries.ts'
import { formatNumber, formatShare } from '../../i18n/format.ts'
import { useInstallMessages } from './messages.ts'
import styles from './CoverageBar.module.css'

/** On how many machines the fix is, by what was reported; nothing where it is for none of ours. */
export function CoverageBar({ bulletin: { id, platforms } }: { bulletin: Bulletin }) {
  const t = useInstallMessages()
  const exposure = exposureOf(platforms, machinesOf(useFleet(), usePlatforms()))
  const { data } = useQuery(coverageQuery(id))
  const counted = coverageOf(data?.machines ?? [], exposure)
  if (counted === null) return exposure !== null && exposure.atMost > 0 && <p className="muted">{t.nothingCounted}</p>
  const { applied, of } = counted
  const share = of === 0 ? 0 : applied / of
  return (
    <div className={styles['coverage']}>
      <p>
        {t.covered(formatNumber(applied), formatNumber(of))} <b>{formatShare(share)}</b>{' '}
        <span className="muted">{t.left(formatNumber(of - applied))}</span>
      </p>
      <div className={styles['bar']} aria-hidden>
        <i style={{ width: `${share * 100}%` }} />
      </div>
    </div>
  )
}
