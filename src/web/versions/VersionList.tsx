import type { ReactNode } from 'react'
import type { Version } from '../../contract/history.ts'
import type { PlatformId } from '../../contract/platform.ts'
import { formatMoment } from '../i18n/format.ts'
import { useHistoryMessages } from './messages.ts'
import { useMessages } from '../i18n/messages.ts'
import { DataTable } from '../ui/layout/DataTable.tsx'
import { Panel } from '../ui/layout/Panel.tsx'
import { ChangeList } from './ChangeList.tsx'

type Props = {
  /** The newest first. */
  versions: readonly Version[]
  names: (ids: readonly PlatformId[]) => string
  /** A link to the comparison of a version with the one before. */
  link: (version: number, label: string, content: string) => ReactNode
}

/** The versions that are on file, and what each changed. */
export function VersionList({ versions, names, link }: Props) {
  const h = useHistoryMessages()
  const { language } = useMessages()
  return (
    <Panel id="versions" title={h.versions} note={h.versionsNote}>
      <DataTable label={h.versions} head={[h.fields.number, h.changes]}>
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
                <ChangeList changes={changes} names={names} />
                {number > 1 && <p>{link(number, h.compareOf(number), h.compare)}</p>}
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Panel>
  )
}
