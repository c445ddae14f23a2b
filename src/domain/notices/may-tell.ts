/** What may be told where. */
import type { Role } from '../../contract/access.ts'
import type { Channel } from '../../contract/notices.ts'

/** Whether a document that is for its recipients alone may go to the mail address of a person here: `NOTICE_TLP=own-mail`. */
export type TlpSetting = 'never' | 'own-mail'

/** Whose the subscription is: of a team, or of a person with what they may do now; null for nothing any more. */
export type Recipient = { kind: 'team' } | { kind: 'person'; role: Role | null }

/** To whom a document with such a mark may be passed on outside of the meeting or the organisation (TLP 1.0 and 2.0). */
const open = new Set(['AMBER', 'GREEN', 'WHITE', 'CLEAR'])

/**
 * Whether a line may go to a channel. `tlp`: the mark of its bulletin; undefined where it has none. `AMBER+STRICT`, `RED`
 * and any mark that is not known go nowhere but to a person's own mail, and there only where that is set.
 */
export function mayTell(
  tlp: string | undefined,
  channel: Pick<Channel, 'kind' | 'owner'>,
  recipient: Recipient,
  setting: TlpSetting,
): boolean {
  if (recipient.kind === 'person' && recipient.role === null) return false
  if (tlp === undefined || open.has(tlp)) return true
  const isOwnMail = channel.kind === 'email' && channel.owner.kind === 'person' && recipient.kind === 'person'
  return setting === 'own-mail' && isOwnMail
}
