import type { Role } from '../../contract/access.ts'
import type { AccessEvent } from '../../contract/audit.ts'
import { useAccountMessages } from '../frame/account-messages.ts'
import { dot, formatMoment } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useAuditMessages } from './audit-messages.ts'
import { useAccessMessages } from './messages.ts'

/** Tells whom or what an access event is about, and how it happened. */
export function useAuditDetail(): (event: AccessEvent) => string {
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
        return [detail.person ?? [], t.reasons[detail.reason], from(detail.address)].flat().join(dot(language))
      case 'signed-out':
        return ''
      case 'sign-ins-ended':
        return t.ended(detail.count)
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
        return `${detail.title} (${detail.token}): ${roles[detail.role]}${dot(language)}${t.until(formatMoment(detail.expiresAt, language))}`
      case 'token-revoked':
        return `${detail.title} (${detail.token})`
      case 'private-feed-made':
        return `${detail.name} (${detail.feed}): ${t.feedKinds[detail.kind]}`
      case 'private-feed-revoked':
        return [detail.person, `${detail.name} (${detail.feed}): ${t.feedKinds[detail.kind]}`]
          .flatMap((part) => part ?? [])
          .join(dot(language))
      case 'access-refused':
        return [detail.to, t.refusedFor[detail.reason], from(detail.address)].flat().join(dot(language))
      case 'too-many':
        return [t.tooMany[detail.of], from(detail.address)].flat().join(dot(language))
      case 'source-added':
      case 'source-changed':
      case 'source-removed':
        return detail.title
      case 'other':
        return detail.text
    }
  }
}
