import type { ReactNode } from 'react'
import type { Summary } from '../../contract/summary.ts'
import type { Exposure } from '../../domain/fleet/exposure.ts'
import { formatMinutes, formatNumber } from '../i18n/format.ts'
import { useMessages } from '../i18n/messages.ts'

type Props = { bulletin: Summary; exposure: Exposure | null; children: ReactNode }

/** What the lab and the rollout say of a bulletin, and how far the team is; that nothing is on file is said too. */
export function CardFooter({ bulletin, exposure, children }: Props) {
  const { t } = useMessages()
  return (
    <footer>
      <LabLine bulletin={bulletin} />
      <RolloutLine bulletin={bulletin} />
      {exposure !== null && (
        <span>
          {t.alerts.exposure(formatNumber(exposure.affected), formatNumber(exposure.atMost), formatNumber(exposure.of))}
        </span>
      )}
      {children}
    </footer>
  )
}

function LabLine({ bulletin }: { bulletin: Summary }) {
  const { t } = useMessages()
  const tested = Object.values(bulletin.tests).reduce((sum, count) => sum + count, 0)
  return (
    <span>
      {t.alerts.tests} {tested > 0 ? t.alerts.testsDone(tested) : t.alerts.testsNone}
      {bulletin.knownIssues > 0 && (
        <>
          {' ・ '}
          <b className="issue">{t.alerts.knownIssues(bulletin.knownIssues)}</b>
        </>
      )}
    </span>
  )
}

/** The published time for the largest fleet, of the slowest package. */
function RolloutLine({ bulletin }: { bulletin: Summary }) {
  const { t, language } = useMessages()
  const points = bulletin.rollout.flatMap(({ consoles, points: ofPackage }) =>
    ofPackage.map((point) => ({ ...point, consoles })),
  )
  const largest = points.toSorted((a, b) => b.machines - a.machines || b.minutes - a.minutes)[0]
  if (largest === undefined) {
    return (
      <span>
        {t.alerts.rolloutTime} {t.alerts.rolloutNone}
      </span>
    )
  }
  return (
    <span>
      {t.alerts.rollout(largest.machines, largest.consoles)} <b>{formatMinutes(largest.minutes, language)}</b>
    </span>
  )
}
