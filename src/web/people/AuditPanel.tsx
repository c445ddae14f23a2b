import type { ReactNode } from 'react'
import type { Role } from '../../contract/access.ts'
import type { AccessEvent, AuditEntry } from '../../contract/audit.ts'
import { useAccessMessages } from './messages.ts'
import { useAccountMessages } from '../frame/account-messages.ts'
import { useAuditMessages } from './audit-messages.ts'
import { formatMoment } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { DataTable } from '../ui/layout/DataTable.tsx'
import { Panel } from '../ui/layout/Panel.tsx'
import table from '../ui/layout/DataTable.module.css'

type Props = {
  /** The last first. */
  entries: readonly AuditEntry[]
  /** Null where there are no more. */
  onMore: (() => void) | null
  link: (bulletin: string) => ReactNode
}

/** What has happened, and who did it. */
export function AuditPanel({ entries, onMore, link }: Props) {
  const t = useAuditMessages()
  const language = useLanguage()
  const about = useAbout()
  const said = (entry: AuditEntry) =>
    entry.topic === 'access'
      ? t.events[entry.event.what]
      : `${t.topics[entry.topic]}: ${t.whats[entry.what] ?? entry.what}`
  return (
    <Panel id="audit" title={t.title} note={t.note}>
      <DataTable label={t.title} head={[t.when, t.who, t.what, t.about]}>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id}>
              <td className={table['tight']}>{formatMoment(entry.at, language)}</td>
              <td>{t.actors[entry.who] ?? entry.who}</td>
              <td>{said(entry)}</td>
              <td>{entry.topic === 'access' ? about(entry.event) : entry.bulletin !== null && link(entry.bulletin)}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      {onMore !== null && (
        <button type="button" className="button" onClick={onMore}>
          {t.more}
        </button>
      )}
    </Panel>
  )
}

/** What an access event was about. */
function useAbout(): (event: AccessEvent) => string {
  const t = useAuditMessages()
  const { noRole } = useAccessMessages()
  const { roles } = useAccountMessages()
  const language = useLanguage()
  const roleOf = (role: Role | null) => (role === null ? noRole : roles[role])
  const from = (address: string | null) => (address === null ? [] : [t.from(address)])
  return ({ what, detail }) => {
    switch (what) {
      case 'signed-in':
      case 'token-refused':
      case 'password-refused':
        return from(detail.address).join()
      case 'sign-in-refused':
        return [detail.person ?? [], t.reasons[detail.reason], from(detail.address)].flat().join(' · ')
      case 'signed-out':
        return ''
      case 'person-added':
        return `${detail.person}: ${roles[detail.role]}`
      case 'role-changed':
        return `${detail.person}: ${roleOf(detail.from)} → ${roleOf(detail.to)}`
      case 'password-set':
      case 'person-removed':
      case 'name-released':
        return detail.person
      case 'person-renamed':
        return `${detail.from} → ${detail.to}`
      case 'token-made':
        return `${detail.title} (${detail.token}): ${roles[detail.role]} · ${t.until(formatMoment(detail.expiresAt, language))}`
      case 'token-revoked':
        return `${detail.title} (${detail.token})`
      case 'access-refused':
        return [detail.to, t.refusedFor[detail.reason], from(detail.address)].flat().join(' · ')
      case 'too-many':
        return [t.tooMany[detail.of], from(detail.address)].flat().join(' · ')
      case 'source-added':
      case 'source-changed':
      case 'source-removed':
        return detail.title
      case 'other':
        return detail.text
    }
  }
}
