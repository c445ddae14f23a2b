import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { clsx } from 'clsx'
import type { AuditEntry } from '../../contract/audit.ts'
import { formatMoment } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { DataTable } from '../ui/layout/DataTable.tsx'
import { Panel } from '../ui/layout/Panel.tsx'
import { useAuditMessages } from './audit-messages.ts'
import { peopleQueries } from './queries.ts'
import { useAuditDetail } from './use-audit-detail.ts'
import table from '../ui/layout/DataTable.module.css'
import styles from './AuditPanel.module.css'

/** What has happened, and who did it, newest first. */
export function AuditPanel() {
  const { data, hasNextPage, fetchNextPage } = useInfiniteQuery(peopleQueries.audit())
  const t = useAuditMessages()
  const language = useLanguage()
  const detailOf = useAuditDetail()
  const actionOf = (entry: AuditEntry) =>
    entry.topic === 'access'
      ? t.events[entry.event.what]
      : `${t.topics[entry.topic]}: ${t.whats[`${entry.topic}:${entry.what}`] ?? t.whats[entry.what] ?? entry.what}`
  return (
    <Panel id="audit" title={t.title} note={t.note}>
      <DataTable label={t.title} head={[t.when, t.who, t.what, t.about]} className={styles['log']}>
        <tbody>
          {data?.pages.flat().map((entry) => (
            <tr key={entry.id}>
              <td className={table['tight']}>{formatMoment(entry.at, language)}</td>
              <td>{t.actors[entry.who] ?? entry.who}</td>
              <td>{actionOf(entry)}</td>
              <td>
                {entry.topic === 'access'
                  ? detailOf(entry.event)
                  : entry.bulletin !== null && (
                      <Link to="/bulletins/$id" params={{ id: entry.bulletin }} search={{}} className="link">
                        {entry.bulletin}
                      </Link>
                    )}
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      {hasNextPage && (
        <button type="button" className={clsx('button', styles['more'])} onClick={() => void fetchNextPage()}>
          {t.more}
        </button>
      )}
    </Panel>
  )
}
