import type { ReactNode } from 'react'
import { AccessEvent, type AuditEntry } from '../../contract/people.ts'
import { useAccessMessages } from '../../i18n/access-messages.ts'
import { formatMoment } from '../../i18n/format.ts'
import { useMessages } from '../../i18n/messages.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { Panel } from '../../ui/Panel.tsx'

type Props = {
  /** The last first. */
  entries: readonly AuditEntry[]
  /** Null where there are no more. */
  onMore: (() => void) | null
  link: (bulletin: string) => ReactNode
}

/** What has happened, and who did it. */
export function AuditPanel({ entries, onMore, link }: Props) {
  const m = useAccessMessages()
  const { language } = useMessages()
  const said = ({ topic, what }: AuditEntry) => {
    const access = AccessEvent.safeParse(what)
    return topic === 'access' && access.success
      ? m.audit.events[access.data]
      : `${m.audit.topics[topic]}: ${m.audit.whats[what] ?? what}`
  }
  return (
    <Panel id="audit" title={m.audit.title}>
      <DataTable label={m.audit.title} head={[m.audit.when, m.audit.who, m.audit.what, m.audit.about]}>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id}>
              <td className="tight">{formatMoment(entry.at, language)}</td>
              <td>{entry.who}</td>
              <td>{said(entry)}</td>
              <td>{entry.about !== null && (entry.topic === 'access' ? entry.about : link(entry.about))}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      {onMore !== null && (
        <button type="button" className="button" onClick={onMore}>
          {m.audit.more}
        </button>
      )}
    </Panel>
  )
}
