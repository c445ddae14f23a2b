import { useQuery } from '@tanstack/react-query'
import type { Bulletin } from '../../../contract/bulletin.ts'
import { coverageOf } from '../../../domain/fleet/coverage.ts'
import { useExposure } from '../../catalogue/use-exposure.ts'
import { coverageQuery } from '../../decision/queries.ts'
import { formatNumber, formatShare } from '../../i18n/format.ts'
import { ProgressBar } from '../../ui/marks/ProgressBar.tsx'
import { useInstallMessages } from './messages.ts'
import styles from './CoverageBar.module.css'

/** On how many machines the fix is, by what was reported; nothing where it is for none of ours. */
export function CoverageBar({ bulletin: { id, platforms } }: { bulletin: Bulletin }) {
  const t = useInstallMessages()
  const exposure = useExposure(platforms)
  const { data } = useQuery(coverageQuery(id))
  const counted = coverageOf(data?.counts ?? { applied: 0, missing: 0 }, exposure)
  if (counted === null) return exposure !== null && exposure.atMost > 0 && <p className="muted">{t.nothingCounted}</p>
  const { applied, of } = counted
  const share = of === 0 ? 0 : applied / of
  return (
    <div className={styles['coverage']}>
      <p>
        {t.covered(formatNumber(applied), formatNumber(of))} <b>{formatShare(share)}</b>{' '}
        <span className="muted">{t.left(formatNumber(of - applied))}</span>
      </p>
      <ProgressBar done={applied} total={of} className={styles['bar']} />
    </div>
  )
}
