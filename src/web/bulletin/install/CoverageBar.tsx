import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Bulletin } from '../../../contract/bulletin.ts'
import { coverageOf } from '../../../domain/fleet/coverage.ts'
import { useFleet } from '../../catalogue/fleet.ts'
import { useExposure } from '../../catalogue/use-exposure.ts'
import { coverageQuery } from '../../decision/queries.ts'
import { formatNumber, formatShare } from '../../i18n/format.ts'
import { useMay } from '../../lib/me.ts'
import { ProgressBar } from '../../ui/marks/ProgressBar.tsx'
import { useInstallMessages } from './messages.ts'
import styles from './CoverageBar.module.css'

/** On how many machines the fix is, by what was reported; nothing where it is for none of ours. */
export function CoverageBar({ bulletin: { id, platforms } }: { bulletin: Bulletin }) {
  const t = useInstallMessages()
  const exposure = useExposure(platforms)
  const { data } = useQuery(coverageQuery(id))
  const mayName = useMay('analyst')
  const doReport = useFleet().some(({ reported }) => reported === true)
  const counted = coverageOf(data?.counts ?? { applied: 0, missing: 0 }, exposure)
  if (counted === null) return exposure !== null && exposure.atMost > 0 && <p className="muted">{t.nothingCounted}</p>
  const { applied, of } = counted
  const share = of === 0 ? 0 : applied / of
  return (
    <div className={styles['coverage']}>
      <p>
        {t.covered(formatNumber(applied), formatNumber(of))} <b>{formatShare(share)}</b>{' '}
        <span className="muted">{t.left(formatNumber(of - applied))}</span>{' '}
        {mayName && doReport && applied < of && (
          <Link to="/machines" search={{ lacks: id }} hash="list" className="link">
            {t.lacking}
          </Link>
        )}
      </p>
      <ProgressBar done={applied} total={of} className={styles['bar']} />
    </div>
  )
}
