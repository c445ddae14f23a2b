import type { ReactNode } from 'react'
import type { Change } from '../../contract/changes.ts'
import type { Version } from '../../contract/history.ts'
import type { PlatformId } from '../../contract/platform.ts'
import { formatMoment } from '../../i18n/format.ts'
import { useChangeMessages } from '../../i18n/change-messages.ts'
import { useHistoryMessages } from '../../i18n/history-messages.ts'
import { useMessages } from '../../i18n/messages.ts'
import { DataTable } from '../../ui/layout/DataTable.tsx'
import { Panel } from '../../ui/layout/Panel.tsx'

type Props = {
  /** The newest first. */
  versions: readonly Version[]
  names: (ids: readonly PlatformId[]) => string
  /** A link to the comparison of a version with the one before. */
  link: (version: number, label: string, content: string) => ReactNode
}

/** So many of what a change is about; the comparison has them all. */
const namedAtMost = 4

/** The versions that are on file, and what each changed. */
export function VersionList({ versions, names, link }: Props) {
  const [h, c] = [useHistoryMessages(), useChangeMessages()]
  const { t, language } = useMessages()
  const about = ({ kind, of }: Change) => {
    const shown = of.slice(0, namedAtMost)
    const said = kind.startsWith('platform-') ? [names(shown)] : shown
    const rest = of.length - shown.length
    return [...said, ...(rest > 0 ? [t.alerts.more(rest)] : [])].join(', ')
  }
  return (
    <Panel id="versions" title={h.versions} note={h.versionsNote}>
      <DataTable label={h.versions} head={[h.fields.number, h.changes, '']}>
        <tbody>
          {versions.map(({ number, until, revision, changes }) => (
            <tr key={number}>
              <th scope="row">
                {h.version(number)}
                <span className="kind">{h.publisherRevision(revision)}</span>
                <span className="kind">{until === null ? h.current : h.until(formatMoment(until, language))}</span>
              </th>
              <td>
                {changes.length === 0 && <span className="muted">{h.first}</span>}
                {changes.map((change) => (
                  <p key={change.kind}>
                    {change.kind === 'text' && changes.length === 1 ? c.textOnly : c.kind[change.kind]}
                    {change.of.length > 0 && <span className="muted"> {about(change)}</span>}
                  </p>
                ))}
              </td>
              <td>{number > 1 && link(number, h.compareOf(number), h.compare)}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Panel>
  )
}
