import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { clsx } from 'clsx'
import type { BulletinFix } from '../../../contract/fixes.ts'
import { shownBuild } from '../../../domain/bulletin/build-check.ts'
import { installRows, type InstallRow } from '../../../domain/fixes/install-rows.ts'
import { useFleet } from '../../catalogue/fleet.ts'
import { useShortPlatformNames } from '../../catalogue/use-platform-names.ts'
import { FixMark } from '../../fixes/FixMark.tsx'
import { FixNotes } from '../../fixes/FixNotes.tsx'
import { useFixMessages } from '../../fixes/messages.ts'
import { fixQueries } from '../../fixes/queries.ts'
import { formatNumber } from '../../i18n/format.ts'
import { useVulnerabilityMessages } from '../../i18n/vulnerability-words.ts'
import { DataTable } from '../../ui/layout/DataTable.tsx'
import { FoldedNames } from '../FoldedNames.tsx'
import type { SectionProps } from '../section.ts'
import { BuildChecks } from './BuildChecks.tsx'
import { CoverageBar } from './CoverageBar.tsx'
import { useInstallMessages } from './messages.ts'
import styles from './Install.module.css'

const none: readonly BulletinFix[] = []

/** By platform what to install and the build after it, the platforms of the fleet first; then how to see that it is on. */
export function Install({ bulletin }: SectionProps) {
  const t = useInstallMessages()
  const fixText = useFixMessages()
  const fleet = useFleet()
  const { data, isError } = useQuery(fixQueries.ofBulletin(bulletin.id))
  const rows = installRows(bulletin, data ?? none, fleet)
  return (
    <div className={styles['install']}>
      {isError && <p className="hot">{fixText.failed}</p>}
      {fleet.length > 0 && data?.length === 0 && <p className="muted">{fixText.nothingHere}</p>}
      <DataTable label={t.title} head={[t.platform, t.fix, t.build]} isStacked>
        <tbody>
          {rows.map((row) => (
            <Row
              key={`${row.platforms.join(' ')} ${row.build}`}
              bulletin={bulletin}
              row={row}
              hasFleet={fleet.length > 0}
            />
          ))}
        </tbody>
      </DataTable>
      <CoverageBar bulletin={bulletin} />
      <BuildChecks rows={rows} hasScript={bulletin.verification.length > 0} />
    </div>
  )
}

type RowProps = SectionProps & { row: InstallRow; hasFleet: boolean }

function Row({ bulletin, row, hasFleet }: RowProps) {
  const { id, alternatives = [] } = bulletin
  const t = useInstallMessages()
  const names = useShortPlatformNames()
  const words = useVulnerabilityMessages()
  const { platforms, machines, fix, build } = row
  const instead = alternatives.filter((each) => each.platforms.some((platform) => row.covers.includes(platform)))
  return (
    <tr className={clsx(hasFleet && machines === null && styles['other'])}>
      <th scope="row">
        <FoldedNames summary={names(platforms.slice(0, 1))} count={platforms.length}>
          {names(platforms)}
        </FoldedNames>
        {hasFleet && <small>{machines === null ? t.notOurs : t.machines(formatNumber(machines))}</small>}
      </th>
      <td data-head={t.fix}>
        {fix === null ? (
          id
        ) : (
          <>
            <FixMark state={fix.state} /> {fix.state === 'contained' ? <Installed fix={fix} /> : <b>{id}</b>}{' '}
            <FixNotes reason={fix.reason} doubts={fix.doubts} />
          </>
        )}
        {fix?.state !== 'contained' &&
          instead.map(({ bulletin: other, kind }) => (
            <small key={other}>{t.alternative(other, words.alternativeKinds[kind])}</small>
          ))}
      </td>
      <td data-head={t.build}>
        {build === null ? <span className="muted">{t.noBuild}</span> : <code>{shownBuild(build)}</code>}
      </td>
    </tr>
  )
}

/** What is to be installed in its place. */
function Installed({ fix: { install } }: { fix: BulletinFix }) {
  const t = useFixMessages()
  return (
    <>
      {t.installed('')}
      {install.map((other) => (
        <Link key={other} to="/bulletins/$id" params={{ id: other }} className="link">
          {other}
        </Link>
      ))}
    </>
  )
}
