import { useState } from 'react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { clsx } from 'clsx'
import { auditTopics, type AuditEntry, type AuditTopic } from '../../contract/audit.ts'
import { useCommon } from '../i18n/common.ts'
import { formatMoment, formatNumber } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { codeOf } from '../lib/api.ts'
import { DataTable } from '../ui/layout/DataTable.tsx'
import { Panel } from '../ui/layout/Panel.tsx'
import { auditLines } from './audit-lines.ts'
import { useAuditMessages } from './audit-messages.ts'
import { peopleQueries } from './queries.ts'
import { useAuditDetail } from './use-audit-detail.ts'
import table from '../ui/layout/DataTable.module.css'
import styles from './AuditPanel.module.css'

/** Bulletins of a line that are named one by one. */
const maxNamed = 20

/** What has happened, and who did it, newest first. */
export function AuditPanel() {
  const [topic, setTopic] = useState<AuditTopic | null>(null)
  const { data, error, hasNextPage, fetchNextPage } = useInfiniteQuery(peopleQueries.audit(topic))
  const t = useAuditMessages()
  const common = useCommon()
  const language = useLanguage()
  const detailOf = useAuditDetail()
  const actionOf = (entry: AuditEntry) =>
    entry.topic === 'access'
      ? t.events[entry.event.what]
      : `${t.topics[entry.topic]}: ${t.whats[`${entry.topic}:${entry.what}`] ?? t.whats[entry.what] ?? entry.what}`
  const lines = auditLines(data?.pages.flat() ?? [])
  return (
    <Panel
      id="audit"
      title={t.title}
      note={t.note}
      actions={
        <select
          className="button"
          aria-label={t.topic}
          value={topic ?? ''}
          onChange={({ target }) => setTopic(auditTopics.find((each) => each === target.value) ?? null)}
        >
          <option value="">{t.everything}</option>
          {auditTopics.map((each) => (
            <option key={each} value={each}>
              {each === 'access' ? t.access : t.topics[each]}
            </option>
          ))}
        </select>
      }
    >
      {data === undefined ? (
        <p className="muted" role="status" data-loading={error === null || undefined}>
          {error === null ? common.loading : common.problem[codeOf(error)]}
        </p>
      ) : (
        <DataTable label={t.title} head={[t.when, t.who, t.what, t.about]} className={styles['log']}>
          <tbody>
            {lines.map(({ entry, bulletins: [first, ...others], times }, at) => (
              <tr key={entry.id}>
                <td className={table['day']}>{formatMoment(entry.at, language)}</td>
                <td>{t.actors[entry.who] ?? entry.who}</td>
                <td>
                  {actionOf(entry)}
                  {first === undefined && times > 1 && ` × ${formatNumber(times)}`}
                </td>
                <td>
                  {entry.topic === 'access'
                    ? detailOf(entry.event)
                    : first !== undefined && (
                        <>
                          <Link to="/bulletins/$id" params={{ id: first }} search={{}} className="link">
                            {first}
                          </Link>{' '}
                          {others.length > 0 && (
                            <span title={others.slice(0, maxNamed).join(' ')}>
                              {t.others(formatNumber(others.length), hasNextPage && at === lines.length - 1)}
                            </span>
                          )}
                        </>
                      )}
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
      {hasNextPage && (
        <button type="button" className={clsx('button', styles['more'])} onClick={() => void fetchNextPage()}>
          {t.more}
        </button>
      )}
    </Panel>
  )
}
