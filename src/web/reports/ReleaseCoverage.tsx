import { Link } from '@tanstack/react-router'
import type { Handling } from '../../contract/reports.ts'
import { releaseName } from '../../words/releases.ts'
import { formatNumber } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { DataTable } from '../ui/layout/DataTable.tsx'
import { Panel } from '../ui/layout/Panel.tsx'
import { useReportMessages } from './messages.ts'
import { ProgressBar } from '../ui/marks/ProgressBar.tsx'
import styles from './ReleaseCoverage.module.css'
import { wholeShare } from './share.ts'

/** How far the fleet is with what is to be installed, release by release. */
export function ReleaseCoverage({ coverage }: Pick<Handling, 'coverage'>) {
  const t = useReportMessages()
  const language = useLanguage()
  return (
    <Panel id="coverage" title={t.coverage} note={t.coverageNote}>
      {coverage.length === 0 ? (
        <p className="muted">{t.noCoverage}</p>
      ) : (
        <>
          <DataTable label={t.coverage} head={[t.release, t.fixes, t.machines]}>
            <tbody>
              {coverage.map(({ key, fixes, done, applied, of, query }) => (
                <tr key={key}>
                  <th scope="row">{releaseName(key, language)}</th>
                  <td>
                    <Link
                      to="/alerts"
                      search={query}
                      className="link"
                      aria-label={`${releaseName(key, language)}, ${t.fixes}: ${t.ofFixes(done, fixes)}`}
                    >
                      {t.ofFixes(done, fixes)}
                    </Link>
                  </td>
                  <td>
                    <ProgressBar done={applied} total={of} className={styles['meter']} />
                    {wholeShare(applied, of)}{' '}
                    <small className="muted">{t.ofMachines(formatNumber(applied), formatNumber(of))}</small>
                  </td>
                </tr>
              ))}
            </tbody>
          </DataTable>
          <p className={styles['hint']}>{t.machinesHint}</p>
        </>
      )}
    </Panel>
  )
}
