import { clsx } from 'clsx'
import type { Summary } from '../../../contract/summary.ts'
import type { Triaged } from '../../../contract/triage.ts'
import type { Platform } from '../../../contract/platform.ts'
import { exposureOf, type MachineCount } from '../../../domain/fleet/exposure.ts'
import { formatMinutes, formatNumber } from '../../i18n/format.ts'
import { useCommon } from '../../i18n/common.ts'
import { TriageButton } from '../../triage/TriageButton.tsx'
import { PlatformStrip } from './PlatformStrip.tsx'
import { useAlertsMessages } from '../messages.ts'
import styles from './CardFooter.module.css'
import { useLanguage } from '../../i18n/language.tsx'

type Props = {
  bulletin: Summary
  state: Triaged
  platforms: readonly Platform[]
  /** The machines of the fleet; none where they are unknown. */
  machines: readonly MachineCount[]
}

/** What a bulletin touches, what the lab and the rollout say of it, where anything is on file, and how far the team is. */
export function CardFooter({ bulletin, state, platforms, machines }: Props) {
  const common = useCommon()
  const exposure = exposureOf(bulletin.platforms, machines)
  return (
    <footer className={clsx('muted', styles['card-footer'])}>
      <PlatformStrip bulletin={bulletin} platforms={platforms} machines={machines} />
      <LabLine bulletin={bulletin} />
      <RolloutLine bulletin={bulletin} />
      {exposure !== null && (
        <span>
          {common.exposure(formatNumber(exposure.affected), formatNumber(exposure.atMost), formatNumber(exposure.of))}
        </span>
      )}
      <TriageButton id={bulletin.id} state={state} className={styles['triage']} />
    </footer>
  )
}

function LabLine({ bulletin }: { bulletin: Summary }) {
  const t = useAlertsMessages()
  const tested = Object.values(bulletin.tests).reduce((sum, count) => sum + count, 0)
  return (
    <>
      {tested > 0 && (
        <span>
          {t.tests} {t.testsDone(tested)}
        </span>
      )}
      {bulletin.knownIssues > 0 && <b className={styles['issue']}>{t.knownIssues(bulletin.knownIssues)}</b>}
      {bulletin.unreadIssues !== undefined && <span>{t.unreadIssues(bulletin.unreadIssues)}</span>}
    </>
  )
}

/** The published time for the largest fleet, of the slowest package. */
function RolloutLine({ bulletin }: { bulletin: Summary }) {
  const t = useAlertsMessages()
  const language = useLanguage()
  const points = bulletin.rollout.flatMap(({ consoles, points: ofPackage }) =>
    ofPackage.map((point) => ({ ...point, consoles })),
  )
  const largest = points.toSorted((a, b) => b.machines - a.machines || b.minutes - a.minutes)[0]
  if (largest === undefined) return null
  return (
    <span>
      {t.rollout(largest.machines, largest.consoles)} <b>{formatMinutes(largest.minutes, language)}</b>
    </span>
  )
}
