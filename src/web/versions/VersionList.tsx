import type { ReactNode } from 'react'
import type { Version } from '../../contract/history.ts'
import type { PlatformId } from '../../contract/platform.ts'
import { formatMoment } from '../i18n/format.ts'
import { useHistoryMessages } from './messages.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useZone } from '../lib/clock.tsx'
import { DataTable } from '../ui/layout/DataTable.tsx'
import { Panel } from '../ui/layout/Panel.tsx'
import { ChangeList } from './ChangeList.tsx'
import table from '../ui/layout/DataTable.module.css'

type Props = {
  /** The newest first. */
  versions: readonly Version[]
  names: (ids: readonly PlatformId[]) => string
  /** A link to the comparison of a version with the one before. */
  link: (version: number, label: string, content: string) => ReactNode
}

/** The versions that are on file, and what each changed. */
export function VersionList({ versions, names, link }: Props) {
  const t = useHistoryMessages()
  const language = useLanguage()
  const zone = useZone()
  return (
    <Panel id="versions" title={t.versions} note={t.versionsNote}>
      <DataTable label={t.versions} head={[t.fields.number, t.changes]}>
        <tbody>
          {versions.map(({ number, until, revision, changes }) => (
            <tr key={number}>
              <th scope="row">
                {t.version(number)} <span className={table['kind']}>{t.publisherRevision(revision)}</span>{' '}
                <span className={table['kind']}>
                  {until === null ? t.current : t.until(formatMoment(until, language, zone))}
                </span>
              </th>
              <td>
                {changes.length === 0 && <span className="muted">{t.first}</span>}
                <ChangeList changes={changes} names={names} />
                {number > 1 && <p>{link(number, t.compareOf(number), t.compare)}</p>}
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Panel>
  )
}
