import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useShortPlatformNames } from '../catalogue/use-platform-names.ts'
import { useCommon } from '../i18n/common.ts'
import { dot, formatNumber } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { codeOf } from '../lib/api.ts'
import { DataTable } from '../ui/layout/DataTable.tsx'
import table from '../ui/layout/DataTable.module.css'
import { Panel } from '../ui/layout/Panel.tsx'
import { useMachineMessages } from './messages.ts'
import { machineQueries, neverSeen } from './queries.ts'
import type { MachinesSearch } from './route.ts'
import styles from './MachinesPage.module.css'

const numeric = [1, 2, 3]

/** How many machines report, how they are, and how old their reports are; for everybody. */
export function MachineCountsPanel({ mayName }: { mayName: boolean }) {
  const t = useMachineMessages()
  const common = useCommon()
  const language = useLanguage()
  const names = useShortPlatformNames()
  const { data, error } = useQuery(machineQueries.counts())
  const linked = (text: string, search: MachinesSearch) =>
    mayName ? (
      <Link to="/machines" search={search} className="link">
        {text}
      </Link>
    ) : (
      text
    )
  const facts: [string, number, MachinesSearch][] =
    data === undefined
      ? []
      : [
          [t.overall.current, data.current, { state: 'current' }],
          [t.overall.lacking, data.lacking, { state: 'lacking' }],
          [t.overall.unknown, data.unknown, { state: 'unknown' }],
          // Those that never reported are among them, as in the list.
          [t.over30, data.over30Days + data.over90Days + data.neverSeen, { notSeenFor: '30' }],
          [t.over90, data.over90Days + data.neverSeen, { notSeenFor: '90' }],
          [t.never, data.neverSeen, { notSeenFor: neverSeen }],
        ]
  return (
    <Panel id="counts" title={t.counts}>
      {data === undefined ? (
        <p className="muted" role="status" data-loading={error === null || undefined}>
          {error === null ? common.loading : `${t.failed} ${common.problem[codeOf(error)]}`}
        </p>
      ) : data.machines === 0 ? (
        <p className="muted">{t.none}</p>
      ) : (
        <>
          <p className={styles['figures']}>
            {facts.map(([label, count, search], at) => (
              <span key={label}>
                {at > 0 && dot(language)}
                {linked(`${label} ${formatNumber(count)}`, search)}
              </span>
            ))}
          </p>
          <DataTable
            label={t.counts}
            head={[t.platform, t.machines, t.overall.lacking, t.overall.unknown]}
            numeric={numeric}
            isStacked
          >
            <tbody>
              {data.byPlatform.map(({ platform, machines, lacking, unknown }) => (
                <tr key={platform ?? ''}>
                  <th scope="row">{platform === null ? t.noPlatform : linked(names([platform]), { platform })}</th>
                  <td className={table['number']} data-head={t.machines}>
                    {formatNumber(machines)}
                  </td>
                  <td className={table['number']} data-head={t.overall.lacking}>
                    {formatNumber(lacking)}
                  </td>
                  <td className={table['number']} data-head={t.overall.unknown}>
                    {formatNumber(unknown)}
                  </td>
                </tr>
              ))}
            </tbody>
          </DataTable>
        </>
      )}
    </Panel>
  )
}
